import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { Desk } from './desk';

/** The desk. */
export const DESK_ROUTES: Routes = [
  { path: '', component: Desk, providers: [provideTranslocoScope('desk')] },
];
