import { Component, computed, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FigureAnswer, ReportResponse } from '@enlace/contract';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnCountry } from '../../core/i18n/format-pipes';
import { Figure } from '../../pattern/figure';
import type { SexAgeValue } from './report-figures';
import {
  indicatorsByNationality,
  indicatorsOf,
  sexAgeOfCells,
  sexAgeOfShares,
} from './report-figures';

/** Sex and age and the indicators of a report: numbers, or shares in bands. */
@Component({
  selector: 'en-report-breakdowns',
  imports: [TranslocoPipe, CodeLabel, EnCountry, Figure],
  templateUrl: './report-breakdowns.html',
  styles:
    ':host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px } .f { max-width: 100% }',
})
export class ReportBreakdowns {
  readonly report = input.required<ReportResponse>();
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

  /** Exact reports alone have them; a protected one tells shares of the whole report. */
  protected readonly byNationality = computed(() => {
    const report = this.report();
    return indicatorsByNationality(report.detail === 'exact' ? report.indicators : []);
  });

  /** A share as its band; null: the value is a number, or nothing was reported. */
  protected bandOf(value: SexAgeValue): string | null {
    return value === null || typeof value === 'number' ? null : `${value.low}–${value.high} %`;
  }

  protected figureOf(value: SexAgeValue): FigureAnswer {
    return typeof value === 'number' ? { kind: 'exact', value } : { kind: 'not-reported' };
  }
}
