import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Router } from '@angular/router';
import { Session } from './session';

/** Lets those through who have a desk; administrators of the portal begin with their own page. */
export const deskHolders: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.start();
  if (session.can('desk.read')) return true;
  return router.parseUrl(session.can('system.read-mails') ? '/system/mails' : '/');
};
