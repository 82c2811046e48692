import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LibraryResponse } from '@enlace/contract';
import { libraryResponse } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { Format } from '../../../core/i18n/format';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Empty } from '../../../ui/empty';
import { Icon } from '../../../ui/icon/icon';
import { narrowScreen } from '../../../ui/narrow-screen';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { FacetList } from './facet-list';
import { FacetWords } from './facet-words';
import type { LibraryFilters } from './library-filters';
import { FACETS, choosing, chosenFacets, isOffered } from './library-filters';
import { PracticeCard } from './practice-card';

/** The library of good practices: one search box, facets with their counts, and what was found. */
@Component({
  selector: 'en-library-page',
  imports: [
    ...[RouterLink, TranslocoPipe, ProblemNote, Empty, Icon, PageHead, Skeleton],
    ...[FacetList, PracticeCard],
  ],
  templateUrl: './library-page.html',
  styleUrl: './library-page.css',
})
export class LibraryPage {
  readonly q = input<string>();
  readonly theme = input<string>();
  readonly state = input<string>();
  readonly forum = input<string>();
  readonly kind = input<string>();
  readonly language = input<string>();
  readonly costBand = input<string>();
  readonly evidence = input<string>();
  readonly adopted = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(FacetWords);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  /** On a phone the facets are opened when they are wanted. */
  protected readonly narrow = narrowScreen();
  protected readonly choosing = choosing;
  protected readonly sought = computed(() => (this.q() ?? '').trim().slice(0, 200));
  protected readonly filters = computed<LibraryFilters>(() => ({
    ...{ q: this.sought() || undefined, theme: this.theme(), state: this.state() },
    ...{ forum: this.forum(), kind: this.kind(), language: this.language() },
    ...{ costBand: this.costBand(), evidence: this.evidence(), adopted: this.adopted() },
  }));

  protected readonly first = resource({
    params: () =>
      this.session.known()
        ? {
            acting: this.session.acting()?.organization.alias ?? null,
            filters: this.filters(),
          }
        : undefined,
    loader: ({ params: { filters } }) => this.api.get('practices', libraryResponse, filters),
  });
  /** Everything read so far; what was there stays until the answer to other filters comes. */
  protected readonly page = linkedSignal<
    { read: LibraryResponse | undefined; failed: boolean },
    LibraryResponse | null
  >({
    source: () => ({
      read: this.first.hasValue() ? this.first.value() : undefined,
      failed: this.first.error() !== undefined,
    }),
    computation: ({ read, failed }, previous) =>
      failed ? null : (read ?? previous?.value ?? null),
  });
  protected readonly readingMore = signal(false);
  protected readonly moreError = signal<unknown>(null);
  protected readonly chosen = computed(() =>
    chosenFacets(this.filters()).map((facet) => ({
      facet,
      label: this.words.of(facet, this.filters()[facet] ?? ''),
    })),
  );
  protected readonly facets = computed(() => {
    const counted = this.page()?.facets;
    if (counted === undefined) return [];
    return FACETS.map((facet) => ({
      facet,
      chosen: this.filters()[facet],
      values: counted[facet]
        .filter(({ value }) => isOffered(facet, value))
        .map(({ value, count }) => ({ value, count, label: this.words.of(facet, value) })),
    })).filter(({ values }) => values.length > 0);
  });

  protected find(event: Event, words: string): void {
    event.preventDefault();
    void this.router.navigate([], {
      queryParams: { q: words.trim() || null },
      queryParamsHandling: 'merge',
    });
  }

  protected async more(): Promise<void> {
    const page = this.page();
    if (page?.next == null) return;
    this.readingMore.set(true);
    this.moreError.set(null);
    try {
      const after = { ...this.filters(), after: page.next };
      const next = await this.api.get('practices', libraryResponse, after);
      // The filters may have changed meanwhile.
      if (this.page() === page) {
        this.page.set({
          ...page,
          practices: [...page.practices, ...next.practices],
          next: next.next,
        });
      }
    } catch (error) {
      this.moreError.set(error);
    } finally {
      this.readingMore.set(false);
    }
  }
}
