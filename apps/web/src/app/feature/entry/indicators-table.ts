import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Indicator } from '@enlace/domain';
import { INDICATORS } from '@enlace/domain';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnCountry, EnNumber } from '../../core/i18n/format-pipes';
import { CountField } from './count-field';
import { EntryStore } from './entry-store';
import { indicatorKey } from './model/entry-state';
import { rowTotal, setIndicator } from './model/grid-model';

/** Overlapping indicators of the whole report or of one nationality; they are never added up. */
@Component({
  selector: 'en-indicators-table',
  imports: [TranslocoPipe, CodeLabel, EnCountry, EnNumber, CountField],
  template: `
    <section class="card">
      <div class="card-head">
        <h2>{{ 'entry.indicators' | transloco }}</h2>
        <label class="f">
          <span>{{ 'entry.of' | transloco }}</span>
          <select #of (change)="chosen.set(of.value)">
            <option value="" [selected]="nationality() === null">
              {{ 'entry.wholeReport' | transloco }}
            </option>
            @for (row of rows(); track row.nationality) {
              <option [value]="row.nationality" [selected]="row.nationality === nationality()">
                {{ row.nationality | enCountry }}
              </option>
            }
          </select>
        </label>
      </div>
      <p class="cb sm muted">
        {{ 'entry.indicatorsHelp' | transloco }} {{ 'entry.atMost' | transloco }}
        {{ most() | enNumber }}.
      </p>
      <div class="cb list">
        @for (indicator of indicators; track indicator) {
          <en-count-field
            [label]="indicator | codeLabel: 'indicator'"
            [value]="value(indicator)"
            (changed)="set(indicator, $event)"
          />
        }
      </div>
    </section>
  `,
  styles: `
    .list {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      gap: 10px 16px;
      align-items: end;
    }
  `,
})
export class IndicatorsTable {
  private readonly store = inject(EntryStore);
  protected readonly indicators = INDICATORS;
  protected readonly chosen = signal('');
  protected readonly rows = computed(() => this.store.state().rows);
  private readonly row = computed(() =>
    this.rows().find(({ nationality }) => nationality === this.chosen()),
  );
  /** Null: the whole report; also when the chosen nationality was taken out. */
  protected readonly nationality = computed(() => this.row()?.nationality ?? null);
  protected readonly most = computed(() => {
    const row = this.row();
    return row === undefined ? this.store.total() : rowTotal(row);
  });

  protected value(indicator: Indicator): number | null {
    return this.store.state().indicators[indicatorKey(indicator, this.nationality())] ?? null;
  }

  protected set(indicator: Indicator, value: number | null): void {
    const key = indicatorKey(indicator, this.nationality());
    this.store.edit((state) => setIndicator(state, key, value));
  }
}
