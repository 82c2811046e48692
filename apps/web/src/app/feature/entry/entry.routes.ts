import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { EntryPage } from './entry-page';

/** Entry of one report's draft. */
export const ENTRY_ROUTES: Routes = [
  { path: '', component: EntryPage, providers: [provideTranslocoScope('entry')] },
];
