import { Component, DestroyRef, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnNumber } from '../../core/i18n/format-pipes';
import { EntryStore } from './entry-store';

/** How long the totals rest between two announcements. */
const PAUSE_MS = 2000;

/** Tells assistive technology the running total, politely and at most every two seconds. */
@Component({
  selector: 'en-spoken-totals',
  imports: [TranslocoPipe, EnNumber],
  template: `
    <p class="vh" role="status">
      @if (spoken(); as total) {
        {{ 'entry.all' | transloco }}: {{ total | enNumber }}
      }
    </p>
  `,
})
export class SpokenTotals {
  private readonly store = inject(EntryStore);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly spoken = signal<number | null>(null);

  constructor() {
    effect(() => {
      this.store.total();
      if (this.store.report() === null) return;
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.spoken.set(this.store.total());
      }, PAUSE_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }
}
