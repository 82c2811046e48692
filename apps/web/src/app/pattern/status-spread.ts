import { Component, computed, input } from '@angular/core';
import type { StatusCounts } from '@enlace/contract';
import type { FollowUpStatus } from '@enlace/domain';

/** From what is well to what is not; aspirations are no commitments and have no part in the bar. */
const PARTS: readonly (readonly [FollowUpStatus, string])[] = [
  ['done', 'done'],
  ['late', 'late'],
  ['on-track', 'ok'],
  ['due-soon', 'soon'],
  ['overdue', 'over'],
];

/** How commitments are spread over the marks, as a bar; the figures stand beside it in words. */
@Component({
  selector: 'en-status-spread',
  template: `
    @for (part of parts(); track part.tone) {
      <i [class]="'m-' + part.tone" [style.flex-grow]="part.count"></i>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 2px;
      height: 10px;
    }
    i {
      min-width: 4px;
      flex-basis: 0;
      border: 1px solid var(--s);
      border-radius: 2px;
      background: var(--f);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class StatusSpread {
  readonly counts = input.required<StatusCounts>();
  protected readonly parts = computed(() =>
    PARTS.map(([status, tone]) => ({ tone, count: this.counts()[status] })).filter(
      ({ count }) => count > 0,
    ),
  );
}
