import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../../core/auth/signed-in-only';
import { NewPractice } from './form/new-practice';
import { PracticePage } from './page/practice-page';

/** Good practices: the library, their page, the guided form, and the desk of who reviews those of others. */
export const PRACTICES_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('practices')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./library/library-page').then((m) => m.LibraryPage),
      },
      {
        path: 'mine',
        canActivate: [signedInOnly],
        loadComponent: () => import('./own/own-practices').then((m) => m.OwnPractices),
      },
      { path: 'new', canActivate: [signedInOnly], component: NewPractice },
      {
        path: 'reviews',
        canActivate: [signedInOnly],
        loadComponent: () => import('./review/review-list').then((m) => m.ReviewList),
      },
      {
        path: 'reviews/:id',
        canActivate: [signedInOnly],
        loadComponent: () => import('./review/review-page').then((m) => m.ReviewPage),
      },
      { path: ':id', component: PracticePage },
      {
        path: ':id/edit',
        canActivate: [signedInOnly],
        loadComponent: () => import('./form/practice-form-page').then((m) => m.PracticeFormPage),
      },
    ],
  },
];
