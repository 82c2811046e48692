import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MARKS, type MarkStatus } from '../../../pattern/status-mark';

const SMALL_DOT = 'M10 8.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z';

/** Each mark once, for the many cells that show it; colours come from where it is used. */
@Component({
  selector: 'en-mark-sprite',
  imports: [TranslocoPipe],
  template: `
    <svg width="0" height="0" aria-hidden="true" class="vh">
      @for (mark of marks; track mark.status) {
        <symbol [id]="'mark-' + mark.status" viewBox="0 0 20 20">
          <path
            style="fill: var(--f); stroke: var(--s); stroke-width: 1.4"
            stroke-linejoin="round"
            [attr.stroke-dasharray]="mark.status === 'aspiration' ? '3 2.4' : null"
            [attr.d]="mark.path"
          />
          @if (mark.status !== 'none') {
            <text
              x="10"
              [attr.y]="mark.y"
              style="fill: var(--t); font: 600 11px/1 var(--sans); text-anchor: middle"
            >
              {{ 'statusLetter.' + mark.status | transloco }}
            </text>
          }
        </symbol>
      }
    </svg>
  `,
})
export class MarkSprite {
  protected readonly marks = (Object.keys(MARKS) as MarkStatus[]).map((status) => ({
    status,
    ...MARKS[status],
    // Most cells hold nothing yet: a smaller dot keeps them quiet.
    path: status === 'none' ? SMALL_DOT : MARKS[status].path,
  }));
}
