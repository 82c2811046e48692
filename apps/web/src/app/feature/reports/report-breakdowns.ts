import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportResponse } from '@enlace/contract';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { EnCountry } from '../../core/i18n/format-pipes';
import type { SexAgeValue } from './report-figures';
import { indicatorsOf, sexAgeOfCells, sexAgeOfShares } from './report-figures';

/** Sex and age and the indicators of a report: numbers, or shares in bands. */
@Component({
  selector: 'en-report-breakdowns',
  imports: [TranslocoPipe, CodeLabel, EnCountry],
  templateUrl: './report-breakdowns.html',
  styles: ':host { display: grid; gap: 20px } .f select { border: 0; background: var(--surface) }',
})
export class ReportBreakdowns {
  readonly report = input.required<ReportResponse>();
  private readonly format = inject(Format);
  /** The nationality whose cells are shown; empty: all of them. */
  protected readonly nationality = linkedSignal({
    source: () => this.report().id,
    computation: () => '',
  });
  protected readonly nationalities = computed(() => {
    const report = this.report();
    return report.detail === 'exact'
      ? [...new Set(report.cells.map(({ nationality }) => nationality))]
      : [];
  });
  protected readonly sexAge = computed(() => {
    const report = this.report();
    return report.detail === 'exact'
      ? sexAgeOfCells(report.cells, this.nationality() || null)
      : sexAgeOfShares(report.shares);
  });
  protected readonly indicators = computed(() => indicatorsOf(this.report()));

  protected told(value: SexAgeValue): string {
    if (value === null) return '';
    if (typeof value === 'number') return this.format.number(value);
    return `${value.low}–${value.high} %`;
  }
}
