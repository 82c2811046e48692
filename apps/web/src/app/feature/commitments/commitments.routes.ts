import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../../core/auth/signed-in-only';
import { ForumList } from './forum/forum-list';
import { ForumPage } from './forum/forum-page';
import { MatrixPage } from './matrix/matrix-page';
import { ProvisionPage } from './provision/provision-page';

const providers = [provideTranslocoScope('commitments')];

/** The matrix of commitments. */
export const MATRIX_ROUTES: Routes = [{ path: '', component: MatrixPage, providers }];

/** One provision with every State's answer. */
export const PROVISION_ROUTES: Routes = [{ path: '', component: ProvisionPage, providers }];

/** The forums, and one of them. */
export const FORUM_ROUTES: Routes = [
  {
    path: '',
    providers,
    children: [
      { path: '', component: ForumList },
      { path: ':alias', component: ForumPage },
      {
        path: ':alias/import',
        canActivate: [signedInOnly],
        loadComponent: () => import('./import/forum-import').then((m) => m.ForumImport),
      },
    ],
  },
];
