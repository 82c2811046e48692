import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportDryRun } from '@enlace/contract';
import { EnNumber } from '../../core/i18n/format-pipes';

/** Cells of a file that cannot be taken, by row and column. */
@Component({
  selector: 'en-fault-table',
  imports: [TranslocoPipe, EnNumber],
  template: `
    @if (count() > faults().length && faults().length > 0) {
      <p class="sm muted">
        {{ 'import.firstFaults' | transloco: { count: (faults().length | enNumber) } }}
      </p>
    }
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'import.what' | transloco">
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="r">{{ 'import.row' | transloco }}</th>
            <th scope="col">{{ 'import.inColumn' | transloco }}</th>
            <th scope="col">{{ 'import.value' | transloco }}</th>
            <th scope="col">{{ 'import.what' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (fault of faults(); track $index) {
            <tr>
              <td class="r">{{ fault.row | enNumber }}</td>
              <td>{{ fault.column }}</td>
              <td class="mono">
                @if (fault.rule === 'warning-not-confirmed') {
                  {{ 'import.rule.' + fault.value | transloco }}
                } @else {
                  {{ fault.value }}
                }
              </td>
              <td>{{ 'import.rule.' + fault.rule | transloco }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      max-height: 420px;
      overflow-y: auto;
    }
  `,
})
export class FaultTable {
  readonly faults = input.required<ImportDryRun['faults']>();
  /** How many there are, of which `faults` lists the first. */
  readonly count = input.required<number>();
}
