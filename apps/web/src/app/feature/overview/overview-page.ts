import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OverviewResponse } from '@enlace/contract';
import { saveFile } from '../../core/api/save-file';
import { Session } from '../../core/auth/session';
import { EnMonth, EnNumber } from '../../core/i18n/format-pipes';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import type { MapPoint, MapState } from '../../pattern/map/arrivals-map';
import { ArrivalsMap } from '../../pattern/map/arrivals-map';
import { Figure } from '../../pattern/figure';
import { SourceLine } from '../../pattern/source-line';
import { StateTile } from '../../pattern/state-tile';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Segments } from '../../ui/segments';
import { Skeleton } from '../../ui/skeleton';
import { byRegion } from './by-region';
import { CrossingsTable } from './crossings-table';
import { FilterBar } from './filter-bar';
import type { OverviewFilters } from './overview-address';
import { NO_FILTERS, isNarrowed, readAddress, writeAddress } from './overview-address';
import { OverviewSource } from './overview-source';
import { TrendCard } from './trend-card';

/** Arrivals as their reader may see them: map, figures, trend and the table with the same figures. */
@Component({
  selector: 'en-overview-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    EnMonth,
    EnNumber,
    ProblemNote,
    ArrivalsMap,
    Figure,
    SourceLine,
    StateTile,
    Icon,
    PageHead,
    Segments,
    Skeleton,
    CrossingsTable,
    FilterBar,
    TrendCard,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly scope = input<string>();
  readonly nationality = input<string>();
  readonly state = input<string>();
  readonly forum = input<string>();
  readonly unit = input<string>();
  readonly observation = input<string>();
  /** `table`: the States as a table instead of the map. */
  readonly view = input<string>();

  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  private readonly router = inject(Router);
  private readonly source = inject(OverviewSource);

  protected readonly filters = computed(() =>
    readAddress({
      from: this.from(),
      to: this.to(),
      scope: this.scope(),
      nationality: this.nationality(),
      state: this.state(),
      forum: this.forum(),
      unit: this.unit(),
      observation: this.observation(),
    }),
  );
  protected readonly overview = resource({
    // What one may see depends on for whom one acts; the filters' text spares a read of the same.
    params: () =>
      this.session.mayReadOpen()
        ? {
            acting: this.session.acting()?.organization.alias ?? null,
            filters: JSON.stringify(this.filters()),
          }
        : undefined,
    loader: () => this.source.read(this.filters()),
  });
  /** The figures to show: the old ones stay until new ones come, but not beside a failure. */
  protected readonly shown = linkedSignal<
    { value: OverviewResponse | undefined; failed: boolean },
    OverviewResponse | null
  >({
    source: () => ({
      value: this.overview.hasValue() ? this.overview.value() : undefined,
      failed: this.overview.error() !== undefined,
    }),
    computation: ({ value, failed }, previous) =>
      failed ? null : (value ?? previous?.value ?? null),
  });
  protected readonly loading = computed(
    () => !this.session.mayReadOpen() || this.overview.status() === 'loading',
  );
  protected readonly downloadError = signal<unknown>(null);
  protected readonly ownState = computed(() => this.session.acting()?.organization.state ?? null);
  protected readonly asTable = computed(() => this.view() === 'table');

  protected readonly mapStates = computed<readonly MapState[]>(() =>
    (this.shown()?.states ?? []).map(({ state, figure }) => ({
      code: state,
      name: this.reference.stateName(state),
      figure,
    })),
  );
  protected readonly mapPoints = computed<readonly MapPoint[]>(() =>
    (this.shown()?.points ?? []).flatMap(({ crossingPoint, state, total }) => {
      const point = this.reference.point(crossingPoint);
      if (point?.longitude == null || point.latitude === null) return [];
      return [
        {
          id: crossingPoint,
          name: this.reference.nameOf(point.names),
          longitude: point.longitude,
          latitude: point.latitude,
          figure: total,
          own: state === this.ownState(),
        },
      ];
    }),
  );

  protected readonly regions = computed(() => byRegion(this.shown()?.nationalities ?? []));

  protected readonly narrowed = computed(() => isNarrowed(this.filters()));

  protected clear(): void {
    this.apply({ ...NO_FILTERS, scope: this.filters().scope });
  }

  protected apply(filters: OverviewFilters): void {
    void this.router.navigate([], {
      queryParams: writeAddress(filters),
      queryParamsHandling: 'merge',
    });
  }

  protected show(view: 'map' | 'table'): void {
    void this.router.navigate([], {
      queryParams: { view: view === 'map' ? null : view },
      queryParamsHandling: 'merge',
    });
  }

  protected async download(shown: OverviewResponse): Promise<void> {
    this.downloadError.set(null);
    try {
      const { from, to } = shown;
      const file = await this.source.file({ ...this.filters(), from, to });
      saveFile(file, `enlace-arrivals-${from === to ? to : `${from}-${to}`}.csv`);
    } catch (error) {
      this.downloadError.set(error);
    }
  }
}
