import type { Routes } from '@angular/router';
import { Search } from './search';

/** The results of a search. */
export const SEARCH_ROUTES: Routes = [{ path: '', component: Search }];
