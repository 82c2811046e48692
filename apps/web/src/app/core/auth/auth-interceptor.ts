import type { HttpInterceptorFn } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Language } from '../i18n/language';
import { ActingChoice } from './acting-choice';
import { Identity } from './identity';
import { OPEN_READ } from './open-read';

/** Adds who asks, for whom and in which language; only to our own API, never to other addresses. */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const identity = inject(Identity);
  const language = inject(Language);
  const acting = inject(ActingChoice);
  // Who reads what is open to all is asked for nothing before it is known that they are somebody.
  const early = request.context.get(OPEN_READ) && !identity.settled;
  return from(early ? Promise.resolve(null) : identity.token()).pipe(
    switchMap((token) => {
      const headers: Record<string, string> = { 'Accept-Language': language.current() };
      const alias = acting.current();
      if (token !== null) headers['Authorization'] = `Bearer ${token}`;
      if (token !== null && alias !== null) headers['Enlace-Acting-For'] = alias;
      return next(request.clone({ setHeaders: headers })).pipe(
        catchError((error: unknown) => {
          const refused = error instanceof HttpErrorResponse && error.status === 401;
          if (refused && token !== null) identity.markStale();
          return throwError(() => error);
        }),
      );
    }),
  );
};
