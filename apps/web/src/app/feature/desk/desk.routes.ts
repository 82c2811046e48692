import type { Routes } from '@angular/router';
import { Desk } from './desk';

/** The desk. */
export const DESK_ROUTES: Routes = [{ path: '', component: Desk }];
