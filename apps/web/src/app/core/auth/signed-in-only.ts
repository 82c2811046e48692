import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Router } from '@angular/router';
import { Session } from './session';

/** Lets signed-in people through; others get the first page, which brings them back here. */
export const signedInOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.start();
  return session.signedIn() || router.createUrlTree(['/'], { queryParams: { next: state.url } });
};
