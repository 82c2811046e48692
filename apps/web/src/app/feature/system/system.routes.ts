import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { MailsPage } from './mails-page';

/** What administrators of the portal see: `/system/mails`. */
export const SYSTEM_ROUTES: Routes = [
  { path: 'mails', component: MailsPage, providers: [provideTranslocoScope('system')] },
];
