import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { signedInOnly } from '../../core/auth/signed-in-only';
import { NewPractice } from './form/new-practice';
import { PracticePage } from './page/practice-page';

/** Good practices: their page, the guided form, and the desk of who reviews those of others. */
export const PRACTICES_ROUTES: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('practices')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [signedInOnly],
        loadComponent: () => import('./list/practice-list').then((m) => m.PracticeList),
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
