import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { OverviewPage } from './overview-page';

/** The overview of arrivals, also for the public. */
export const OVERVIEW_ROUTES: Routes = [
  { path: '', component: OverviewPage, providers: [provideTranslocoScope('overview')] },
];
