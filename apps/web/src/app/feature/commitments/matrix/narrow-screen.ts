import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Up to this width a page is laid out for a phone. */
const PHONE = '(max-width: 760px)';

/** Whether the screen is too narrow for a matrix; follows the window. */
export function narrowScreen(): Signal<boolean> {
  const query = matchMedia(PHONE);
  const narrow = signal(query.matches);
  const follow = (): void => {
    narrow.set(query.matches);
  };
  query.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => {
    query.removeEventListener('change', follow);
  });
  return narrow.asReadonly();
}
