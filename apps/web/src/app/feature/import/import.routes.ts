import type { Routes } from '@angular/router';

/** Addresses of this feature. */
export const IMPORT_ROUTES: Routes = [];
