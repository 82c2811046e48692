import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Colour class, outline and baseline of each mark. */
export const MARKS = {
  'on-track': { tone: 'ok', path: 'M10 1.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6Z', y: 13.9 },
  'due-soon': { tone: 'soon', path: 'M10 .9 18.6 7.2V18.6H1.4V7.2Z', y: 15.2 },
  overdue: { tone: 'over', path: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z', y: 13.9 },
  late: { tone: 'late', path: 'M1.3 1.3h11.6l5.8 5.8v11.6H1.3Z', y: 13.9 },
  done: { tone: 'done', path: 'M1.2 1.2h17.6v17.6H1.2Z', y: 13.9 },
  aspiration: {
    tone: 'asp',
    path: 'M10 1.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6Z',
    y: 13.9,
  },
  dropped: { tone: 'drop', path: 'M1.2 4.6h17.6v10.8H1.2Z', y: 13.9 },
  none: { tone: 'none', path: 'M10 6.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z', y: 0 },
} as const;

/** Status of something with a due date. */
export type MarkStatus = keyof typeof MARKS;

/** Status as colour, shape and letter, named for assistive technology. */
@Component({
  selector: 'en-status-mark',
  imports: [TranslocoPipe],
  template: `
    <svg
      [class]="'mk m-' + mark().tone"
      viewBox="0 0 20 20"
      role="img"
      [attr.aria-label]="'status.' + status() | transloco"
    >
      <path
        class="b"
        style="fill: var(--f); stroke: var(--s)"
        stroke-linejoin="round"
        [attr.stroke-dasharray]="status() === 'aspiration' ? '3 2.4' : null"
        [attr.d]="mark().path"
      />
      @if (status() !== 'none') {
        <text x="10" [attr.y]="mark().y" style="fill: var(--t)" aria-hidden="true">
          {{ 'statusLetter.' + status() | transloco }}
        </text>
      }
    </svg>
  `,
})
export class StatusMark {
  readonly status = input.required<MarkStatus>();
  protected readonly mark = computed(() => MARKS[this.status()]);
}
