import type { Routes } from '@angular/router';
import { Recommendations } from './recommendations';

/** The recommendations, word for word. */
export const RECOMMENDATIONS_ROUTES: Routes = [{ path: '', component: Recommendations }];
