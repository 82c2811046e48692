import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { ScorecardPage } from './scorecard-page';

/** What everybody may know of a State's commitments; without a State, the choice of one. */
export const SCORECARD_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('scorecard')],
    children: [
      { path: '', component: ScorecardPage },
      { path: ':stateCode', component: ScorecardPage },
    ],
  },
];
