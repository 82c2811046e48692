import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { HolidaysPage } from './holidays-page';

/** Days off of the own State: `/holidays`. */
export const HOLIDAYS_ROUTES: Routes = [
  { path: '', component: HolidaysPage, providers: [provideTranslocoScope('holidays')] },
];
