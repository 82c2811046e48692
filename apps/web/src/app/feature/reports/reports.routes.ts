import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../../core/auth/signed-in-only';
import { BeginProfile } from './begin-profile';
import { ReportList } from './report-list';
import { ReportPage } from './report-page';

/** Profiles: the list, a new one, and the page of one. */
export const REPORTS_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('reports')],
    children: [
      { path: '', pathMatch: 'full', component: ReportList },
      { path: 'new', canActivate: [signedInOnly], component: BeginProfile },
      { path: ':id', component: ReportPage },
    ],
  },
];
