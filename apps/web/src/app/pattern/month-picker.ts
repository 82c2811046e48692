import { Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnMonth } from '../core/i18n/format-pipes';

/** One month out of those that may be chosen. */
@Component({
  selector: 'en-month-picker',
  imports: [TranslocoPipe, EnMonth],
  template: `
    <label class="f"
      ><span>{{ 'picker.month' | transloco }}</span>
      <select #list (change)="month.set(list.value)">
        @for (choice of months(); track choice) {
          <option [value]="choice" [selected]="choice === month()">{{ choice | enMonth }}</option>
        }
      </select>
    </label>
  `,
})
export class MonthPicker {
  readonly months = input.required<readonly string[]>();
  readonly month = model.required<string>();
}
