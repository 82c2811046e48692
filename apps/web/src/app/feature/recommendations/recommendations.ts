import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { recommendationsResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Language } from '../../core/i18n/language';
import { ProblemNote } from '../../core/problems/problem-note';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';

/** The 2009 recommendations by working group, in the words that were agreed. */
@Component({
  selector: 'en-recommendations',
  imports: [RouterLink, TranslocoPipe, ProblemNote, PageHead, Skeleton],
  templateUrl: './recommendations.html',
  styleUrl: './recommendations.css',
})
export class Recommendations {
  private readonly api = inject(Api);
  protected readonly language = inject(Language);
  protected readonly texts = resource({
    loader: () => this.api.getOpen('recommendations', recommendationsResponse),
  });
  protected readonly groups = computed(() => {
    if (!this.texts.hasValue()) return [];
    const { groups, recommendations } = this.texts.value();
    return groups.map(({ code, titles }) => ({
      code,
      title: titles[this.language.current()],
      recommendations: recommendations.filter(({ group }) => group === code),
    }));
  });
}
