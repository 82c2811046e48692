import type { Routes } from '@angular/router';
import { deskHolders } from './core/auth/desk-holders';
import { signedInOnly } from './core/auth/signed-in-only';
import { Shell } from './core/shell/shell';

/** Every address of the application; longer addresses of the arrivals come first. */
export const APP_ROUTES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadChildren: () => import('./feature/home/home.routes').then((m) => m.HOME_ROUTES),
  },
  {
    path: '',
    component: Shell,
    children: [
      {
        path: 'desk',
        canActivate: [signedInOnly, deskHolders],
        loadChildren: () => import('./feature/desk/desk.routes').then((m) => m.DESK_ROUTES),
      },
      {
        path: 'arrivals/reports/:id/entry',
        canActivate: [signedInOnly],
        loadChildren: () => import('./feature/entry/entry.routes').then((m) => m.ENTRY_ROUTES),
      },
      {
        path: 'arrivals/reports/:id/sharing',
        canActivate: [signedInOnly],
        loadChildren: () =>
          import('./feature/sharing/sharing.routes').then((m) => m.REPORT_SHARING_ROUTES),
      },
      {
        path: 'arrivals/reports',
        loadChildren: () =>
          import('./feature/reports/reports.routes').then((m) => m.REPORTS_ROUTES),
      },
      {
        path: 'arrivals/import',
        canActivate: [signedInOnly],
        loadChildren: () => import('./feature/import/import.routes').then((m) => m.IMPORT_ROUTES),
      },
      {
        path: 'arrivals',
        loadChildren: () =>
          import('./feature/overview/overview.routes').then((m) => m.OVERVIEW_ROUTES),
      },
      {
        path: 'commitments',
        pathMatch: 'full',
        loadChildren: () =>
          import('./feature/commitments/commitments.routes').then((m) => m.MATRIX_ROUTES),
      },
      {
        path: 'provisions/:id',
        loadChildren: () =>
          import('./feature/commitments/commitments.routes').then((m) => m.PROVISION_ROUTES),
      },
      {
        path: 'forums',
        loadChildren: () =>
          import('./feature/commitments/commitments.routes').then((m) => m.FORUM_ROUTES),
      },
      {
        path: 'commitments',
        loadChildren: () =>
          import('./feature/commitment/commitment.routes').then((m) => m.COMMITMENT_ROUTES),
      },
      {
        path: 'practices',
        loadChildren: () =>
          import('./feature/practices/practices.routes').then((m) => m.PRACTICES_ROUTES),
      },
      {
        path: 'sharing-groups',
        canActivate: [signedInOnly],
        loadChildren: () =>
          import('./feature/sharing/sharing.routes').then((m) => m.SHARING_ROUTES),
      },
      {
        path: 'scorecards',
        loadChildren: () =>
          import('./feature/scorecard/scorecard.routes').then((m) => m.SCORECARD_ROUTES),
      },
      {
        path: 'recommendations',
        loadChildren: () =>
          import('./feature/recommendations/recommendations.routes').then(
            (m) => m.RECOMMENDATIONS_ROUTES,
          ),
      },
      {
        path: 'search',
        canActivate: [signedInOnly],
        loadChildren: () => import('./feature/search/search.routes').then((m) => m.SEARCH_ROUTES),
      },
      {
        path: 'holidays',
        canActivate: [signedInOnly],
        loadChildren: () =>
          import('./feature/holidays/holidays.routes').then((m) => m.HOLIDAYS_ROUTES),
      },
      {
        path: 'system',
        canActivate: [signedInOnly],
        loadChildren: () => import('./feature/system/system.routes').then((m) => m.SYSTEM_ROUTES),
      },
      {
        path: 'not-admitted',
        loadComponent: () => import('./core/shell/not-admitted').then((m) => m.NotAdmitted),
      },
      {
        path: '**',
        loadComponent: () => import('./core/shell/not-found').then((m) => m.NotFound),
      },
    ],
  },
];
