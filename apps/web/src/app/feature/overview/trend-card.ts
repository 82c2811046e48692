import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OverviewResponse } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import { EnCountry, EnMonth } from '../../core/i18n/format-pipes';
import { Figure } from '../../pattern/figure';
import { middleOf } from '../../pattern/map/map-classes';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton';
import { TrendChart } from './trend-chart';

/** Code of the series of everyone who has none of their own. */
const OTHERS = 'others';

/** Months by nationality, as a chart that loads when seen, or as a table. */
@Component({
  selector: 'en-trend-card',
  imports: [TranslocoPipe, EnCountry, EnMonth, Figure, Icon, Skeleton, TrendChart],
  templateUrl: './trend-card.html',
  styles: '.seg button { cursor: pointer; } .chart { padding: 0 8px 0 12px; min-height: 230px; }',
})
export class TrendCard {
  readonly trend = input.required<OverviewResponse['trend']>();
  private readonly format = inject(Format);
  protected readonly othersCode = OTHERS;
  protected readonly asTable = signal(false);
  protected readonly lines = computed(() =>
    this.trend().series.map(({ nationality, figures }) => ({
      name: nationality === OTHERS ? '' : this.format.country(nationality),
      others: nationality === OTHERS,
      values: figures.map(middleOf),
      told: figures.map((figure) => this.format.figure(figure)),
    })),
  );
  protected readonly months = computed(() =>
    this.trend().months.map((month) => this.format.month(month)),
  );
  protected readonly hasProtected = computed(() =>
    this.trend().series.some(({ figures }) =>
      figures.some(({ kind }) => kind === 'about' || kind === 'fewer-than-ten'),
    ),
  );
}
