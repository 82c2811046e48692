import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OverviewResponse } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import { EnCountry, EnMonth } from '../../core/i18n/format-pipes';
import { Figure } from '../../pattern/figure';
import { middleOf } from '../../pattern/map/map-classes';
import { Segments } from '../../ui/segments';
import { Skeleton } from '../../ui/skeleton';
import { OTHERS_LOOK, lookOf } from './nationality-look';
import { TrendChart } from './trend-chart';
import type { TrendLine } from './trend-lines';
import { runsOf } from './trend-lines';

/** Code of the series of everyone who has none of their own. */
const OTHERS = 'others';

type Series = OverviewResponse['trend']['series'][number];
type Kind = Series['figures'][number]['kind'];

/** Months by nationality, as a chart that loads when seen, or as a table. */
@Component({
  selector: 'en-trend-card',
  imports: [TranslocoPipe, EnCountry, EnMonth, Figure, Segments, Skeleton, TrendChart],
  templateUrl: './trend-card.html',
  styles: '.chart { padding: 0 8px 0 12px; min-height: 260px; } .cb p + p { margin-top: 4px; }',
})
export class TrendCard {
  readonly trend = input.required<OverviewResponse['trend']>();
  /** How the line of all others is called. */
  readonly othersName = input.required<string>();
  private readonly format = inject(Format);
  protected readonly othersCode = OTHERS;
  protected readonly asTable = signal(false);
  /** All others are left out where there are none, as when certain nationalities were asked for. */
  protected readonly shown = computed(() =>
    this.trend().series.filter(
      ({ nationality, figures }) =>
        nationality !== OTHERS || figures.some((figure) => (middleOf(figure) ?? 0) > 0),
    ),
  );
  protected readonly lines = computed(() =>
    this.shown().map((series): TrendLine => ({
      name: this.nameOf(series),
      look: series.nationality === OTHERS ? OTHERS_LOOK : lookOf(series.nationality),
      figures: series.figures,
      told: series.figures.map((figure) => this.format.figure(figure)),
      last: this.lastOf(series),
    })),
  );
  protected readonly months = computed(() =>
    this.trend().months.map((month) => this.format.month(month)),
  );
  protected readonly ticks = computed(() =>
    this.trend().months.map((month) => this.format.shortMonth(month).charAt(0).toUpperCase()),
  );
  protected readonly few = computed(() => this.monthsWith('fewer-than-ten'));
  protected readonly none = computed(() => this.monthsWith('not-reported'));
  protected readonly banded = computed(() =>
    this.shown().some(({ figures }) => figures.some(({ kind }) => kind === 'about')),
  );
  protected readonly zeros = computed(() =>
    this.shown().some(({ figures }) =>
      figures.some((figure) => figure.kind === 'exact' && figure.value === 0),
    ),
  );

  private nameOf({ nationality }: Series): string {
    return nationality === OTHERS ? this.othersName() : this.format.country(nationality);
  }

  private lastOf({ figures }: Series): string {
    const last = figures.at(-1);
    if (last === undefined || last.kind === 'not-reported') return '';
    return last.kind === 'about'
      ? `≈\u00a0${this.format.number(last.middle)}`
      : this.format.figure(last);
  }

  /** "Nepal, May to Jul; Somalia, Oct": which line has such a figure in which months. */
  private monthsWith(kind: Kind): string {
    const { months } = this.trend();
    const short = (index: number): string => this.format.shortMonth(months[index] ?? '');
    return this.shown()
      .flatMap((one) => {
        const runs = runsOf(months.length, (index) => one.figures[index]?.kind === kind).map(
          ([first, last]) => (first === last ? short(first) : `${short(first)}–${short(last)}`),
        );
        return runs.length === 0 ? [] : [`${this.nameOf(one)}, ${runs.join(', ')}`];
      })
      .join('; ');
  }
}
