import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../../core/auth/signed-in-only';
import { CommitmentForm } from './form/commitment-form';
import { CommitmentPage } from './page/commitment-page';
import { PlanPage } from './plan/plan-page';
import { ReportPage } from './report/report-page';

/** One commitment: its page, the form and the plan of the secretariat, and the reports on it. */
export const COMMITMENT_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('commitment')],
    children: [
      { path: 'new', canActivate: [signedInOnly], component: CommitmentForm },
      { path: ':id', component: CommitmentPage },
      { path: ':id/change', canActivate: [signedInOnly], component: CommitmentForm },
      { path: ':id/plan', canActivate: [signedInOnly], component: PlanPage },
      { path: ':id/report/:dueDate', canActivate: [signedInOnly], component: ReportPage },
    ],
  },
];
