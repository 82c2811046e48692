import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { searchResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { StateTile } from '../../pattern/state-tile';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';

/** Words of the address, and what was found for them by kind. */
@Component({
  selector: 'en-search',
  imports: [RouterLink, TranslocoPipe, ProblemNote, StateTile, PageHead, Skeleton],
  templateUrl: './search.html',
  styleUrl: './search.css',
})
export class Search {
  /** The words, bound from the address. */
  readonly q = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly format = inject(Format);
  protected readonly words = computed(() => (this.q() ?? '').trim().slice(0, 200));
  protected readonly hits = resource({
    params: () => (this.words() === '' ? undefined : this.words()),
    loader: ({ params }) => this.api.get('search', searchResponse, { q: params }),
  });
  protected readonly none = computed(
    () =>
      this.hits.hasValue() && Object.values(this.hits.value()).every((found) => found.length === 0),
  );

  protected find(event: Event, words: string): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { q: words.trim() || null } });
  }
}
