import { DOCUMENT, afterNextRender, inject, Injector } from '@angular/core';
import { NavigationEnd, NavigationError, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';
import { readPreference, writePreference } from '../config/preference';

/** Longest wait for a quiet moment, in milliseconds. */
const PATIENCE = 1500;

/**
 * Takes away what `index.html` painted once the first screen stands; resolves at the first quiet
 * moment after it.
 */
export const firstScreen = async (): Promise<void> => {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const ended = inject(Router).events.pipe(
    filter((event) => event instanceof NavigationEnd || event instanceof NavigationError),
  );
  await firstValueFrom(ended);
  await new Promise<void>((resolve) => {
    afterNextRender(
      () => {
        document.querySelector('#before-app')?.remove();
        resolve();
      },
      { injector },
    );
  });
  await quiet();
  fetchFonts(document);
};

/** `public/first.js` asks for the fonts at once where this device had them before. */
const fetchFonts = (document: Document): void => {
  if (readPreference('fonts') !== null) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: '/fonts.css' });
  document.head.append(link);
  writePreference('fonts', 'fetched');
};

const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no notion of a quiet moment.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, PATIENCE);
    else
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: PATIENCE },
      );
  });
