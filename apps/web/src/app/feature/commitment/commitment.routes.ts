import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { CommitmentPage } from './page/commitment-page';

/** One commitment: its page, the form that records or changes it, and the reports on it. */
export const COMMITMENT_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('commitment')],
    children: [{ path: ':id', component: CommitmentPage }],
  },
];
