import type { Routes } from '@angular/router';
import { Home } from './home';

/** The first page. */
export const HOME_ROUTES: Routes = [{ path: '', component: Home }];
