import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { ImportPage } from './import-page';

/** Addresses of this feature. */
export const IMPORT_ROUTES: Routes = [
  { path: '', component: ImportPage, providers: [provideTranslocoScope('import')] },
];
