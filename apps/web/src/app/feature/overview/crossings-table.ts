import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OverviewResponse } from '@enlace/contract';
import { EnCountry } from '../../core/i18n/format-pipes';
import { Language } from '../../core/i18n/language';
import { Session } from '../../core/auth/session';
import { Reference } from '../../core/reference/reference';
import { Figure } from '../../pattern/figure';
import { middleOf } from '../../pattern/map/map-classes';
import { StateTile } from '../../pattern/state-tile';

type SortColumn = 'name' | 'state' | 'total' | 'previous';

/** The figures of the map by crossing point and nationality; the heads sort. */
@Component({
  selector: 'en-crossings-table',
  imports: [TranslocoPipe, EnCountry, Figure, StateTile],
  templateUrl: './crossings-table.html',
  styleUrl: './crossings-table.css',
})
export class CrossingsTable {
  readonly overview = input.required<OverviewResponse>();
  private readonly reference = inject(Reference);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  protected readonly column = signal<SortColumn>('total');
  protected readonly falling = signal(true);

  protected readonly rows = computed(() => {
    const own = this.session.acting()?.organization.state;
    const rows = this.overview().points.map((point) => ({
      ...point,
      name: this.reference.pointName(point.crossingPoint),
      stateName: this.reference.stateName(point.state),
      own: point.state === own,
      figures: this.overview().columns.map(
        (code) =>
          point.byNationality.find(({ nationality }) => nationality === code)?.figure ?? {
            kind: 'not-reported' as const,
          },
      ),
    }));
    const sign = this.falling() ? -1 : 1;
    const column = this.column();
    return rows.sort((one, other) => {
      if (column === 'name' || column === 'state') {
        const key = column === 'name' ? 'name' : 'stateName';
        return sign * one[key].localeCompare(other[key], this.language.current());
      }
      return sign * ((middleOf(one[column]) ?? -1) - (middleOf(other[column]) ?? -1));
    });
  });

  protected order(column: SortColumn): 'ascending' | 'descending' | 'none' {
    if (this.column() !== column) return 'none';
    return this.falling() ? 'descending' : 'ascending';
  }

  protected sort(column: SortColumn): void {
    const again = this.column() === column;
    this.falling.set(again ? !this.falling() : column === 'total' || column === 'previous');
    this.column.set(column);
  }
}
