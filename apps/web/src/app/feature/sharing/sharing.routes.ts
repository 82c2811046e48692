import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { GroupsPage } from './groups-page';
import { SharePage } from './share-page';

/** The sharing groups of the acting organization. */
export const SHARING_ROUTES: Routes = [
  { path: '', component: GroupsPage, providers: [provideTranslocoScope('sharing')] },
];

/** Sharing of one report: `/arrivals/reports/:id/sharing`. */
export const REPORT_SHARING_ROUTES: Routes = [
  { path: '', component: SharePage, providers: [provideTranslocoScope('sharing')] },
];
