import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FollowUpImportCheck } from '@enlace/contract';
import { EnNumber } from '../../../core/i18n/format-pipes';
import { bySheet } from './import-model';

/** Cells of a file that cannot be taken, sheet by sheet, as a spreadsheet calls them. */
@Component({
  selector: 'en-import-faults',
  imports: [TranslocoPipe, EnNumber],
  template: `
    @if (check().faultCount > check().faults.length) {
      <p class="sm muted">
        {{
          'commitments.import.firstFaults'
            | transloco: { count: (check().faults.length | enNumber) }
        }}
      </p>
    }
    <div
      class="scroll"
      tabindex="0"
      role="region"
      [attr.aria-label]="'commitments.import.what' | transloco"
    >
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ 'commitments.import.row' | transloco }}</th>
            <th scope="col">{{ 'commitments.import.column' | transloco }}</th>
            <th scope="col">{{ 'commitments.import.value' | transloco }}</th>
            <th scope="col">{{ 'commitments.import.what' | transloco }}</th>
          </tr>
        </thead>
        @for (group of sheets(); track group.sheet) {
          <tbody>
            @if (group.sheet) {
              <tr class="sheet">
                <th scope="rowgroup" colspan="4">
                  {{ 'commitments.import.sheet' | transloco: { name: group.sheet } }}
                </th>
              </tr>
            }
            @for (fault of group.faults; track $index) {
              <tr>
                <td>{{ fault.row | enNumber }}</td>
                <td>
                  @if (fault.letter) {
                    <b>{{ fault.letter }}</b>&ngsp;
                  }
                  <span class="muted">{{ fault.column }}</span>
                </td>
                <td class="mono value">{{ fault.value }}</td>
                <td>{{ fault.detail }}</td>
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
  styles: `
    .scroll {
      max-height: 480px;
      overflow-y: auto;
      margin-top: 8px;
      border: 1px solid var(--line);
      border-radius: 8px;
    }
    .table td {
      vertical-align: top;
    }
    .sheet th {
      background: var(--surface-2);
      font-weight: 600;
    }
    .value {
      overflow-wrap: anywhere;
      min-width: 9ch;
      max-width: 30ch;
    }
    @media (max-width: 760px) {
      .table th,
      .table td {
        padding-inline: 8px;
      }
    }
  `,
})
export class ImportFaults {
  readonly check = input.required<FollowUpImportCheck>();
  protected readonly sheets = computed(() => bySheet(this.check().faults));
}
