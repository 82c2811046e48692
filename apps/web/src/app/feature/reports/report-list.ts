import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { VERSION_STATES, reportListResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnMonth } from '../../core/i18n/format-pipes';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { AudienceChip } from '../../pattern/audience-chip';
import { Figure } from '../../pattern/figure';
import { StateTile } from '../../pattern/state-tile';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';

/** Profiles that the reader may see, newest period first. */
@Component({
  selector: 'en-report-list',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnMonth,
    ProblemNote,
    AudienceChip,
    Figure,
    StateTile,
    Icon,
    PageHead,
    Skeleton,
  ],
  templateUrl: './report-list.html',
  styles:
    '.fl select { border: 0; background: var(--surface); min-height: 30px; max-width: 14rem }',
})
export class ReportList {
  readonly state = input<string>();
  readonly crossingPoint = input<string>();
  readonly versionState = input<string>();

  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly versionStates = VERSION_STATES;
  protected readonly points = computed(() => {
    const state = this.state();
    return this.reference
      .crossingPoints()
      .filter((point) => state === undefined || point.state === state);
  });

  protected readonly first = resource({
    params: () =>
      this.session.known()
        ? {
            acting: this.session.acting()?.organization.alias ?? null,
            state: this.state(),
            crossingPoint: this.crossingPoint(),
            versionState: this.versionState(),
          }
        : undefined,
    loader: ({ params: { state, crossingPoint, versionState } }) =>
      this.api.get('arrivals/reports', reportListResponse, { state, crossingPoint, versionState }),
  });
  /** Everything read so far; begins again with every first page. */
  protected readonly page = linkedSignal(() => (this.first.hasValue() ? this.first.value() : null));
  protected readonly readingMore = signal(false);
  protected readonly moreError = signal<unknown>(null);

  protected filter(name: 'state' | 'crossingPoint' | 'versionState', value: string): void {
    void this.router.navigate([], {
      // A point of another State would leave nothing.
      queryParams: {
        [name]: value === '' ? null : value,
        ...(name === 'state' ? { crossingPoint: null } : {}),
      },
      queryParamsHandling: 'merge',
    });
  }

  protected async more(): Promise<void> {
    const page = this.page();
    if (page?.next == null) return;
    this.readingMore.set(true);
    this.moreError.set(null);
    try {
      const next = await this.api.get('arrivals/reports', reportListResponse, {
        state: this.state(),
        crossingPoint: this.crossingPoint(),
        versionState: this.versionState(),
        cursor: page.next,
      });
      // The filters may have changed meanwhile.
      if (this.page() === page) {
        this.page.set({ reports: [...page.reports, ...next.reports], next: next.next });
      }
    } catch (error) {
      this.moreError.set(error);
    } finally {
      this.readingMore.set(false);
    }
  }
}
