import { Component, input, output } from '@angular/core';
import type { IconName } from './icon/icon-sprite';
import { Icon } from './icon/icon';

/** One side of a switch. */
export interface Segment<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName;
}

/** A switch of two or three sides, of which one is on. */
@Component({
  selector: 'en-segments',
  imports: [Icon],
  template: `
    <div class="seg" role="group" [attr.aria-label]="label()">
      @for (one of segments(); track one.id) {
        <button
          type="button"
          [class.on]="one.id === chosen()"
          [attr.aria-pressed]="one.id === chosen()"
          (click)="choose.emit(one.id)"
        >
          @if (one.icon; as icon) {
            <en-icon [name]="icon" />
          }
          {{ one.label }}
        </button>
      }
    </div>
  `,
  styles: ':host { display: contents } button { cursor: pointer }',
})
export class Segments<T extends string> {
  readonly label = input.required<string>();
  readonly segments = input.required<readonly Segment<T>[]>();
  readonly chosen = input.required<T>();
  readonly choose = output<T>();
}
