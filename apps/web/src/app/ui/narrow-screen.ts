import type { Signal } from '@angular/core';
import { DestroyRef, inject, signal } from '@angular/core';

/** Whether the screen has the width of a phone. */
export const narrowScreen = (): Signal<boolean> => {
  const query = matchMedia('(max-width: 760px)');
  const narrow = signal(query.matches);
  const follow = (): void => {
    narrow.set(query.matches);
  };
  query.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => {
    query.removeEventListener('change', follow);
  });
  return narrow.asReadonly();
};
