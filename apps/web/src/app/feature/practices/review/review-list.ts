import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { reviewsResponse } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Empty } from '../../../ui/empty';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';

/** Practices of others that the person was asked to review: what waits first, then what is done. */
@Component({
  selector: 'en-review-list',
  imports: [
    ...[RouterLink, TranslocoPipe, CodeLabel, EnDate, ProblemNote, Empty, PageHead, Skeleton],
  ],
  template: `
    <en-page-head
      [title]="'practices.review.title' | transloco"
      [path]="[{ label: 'practices.all' | transloco }]"
      [subtitle]="'practices.review.about' | transloco"
    />
    <en-problem-note [problem]="read.error()" />
    @if (read.hasValue()) {
      @for (group of groups(); track group.key) {
        <section class="card" [attr.aria-labelledby]="'group-' + group.key">
          <div class="card-head">
            <h2 [id]="'group-' + group.key">{{ 'practices.review.' + group.key | transloco }}</h2>
          </div>
          @if (group.reviews.length === 0) {
            <en-empty>{{ 'practices.review.none' | transloco }}</en-empty>
          }
          <ul>
            @for (one of group.reviews; track one.id) {
              <li>
                <a [routerLink]="['/practices/reviews', one.id]">{{ one.title }}</a>
                <span class="muted">{{ one.organizationName }}</span>
                <span class="end">{{
                  group.key === 'waiting'
                    ? ('practices.review.until' | transloco: { day: (one.dueOn | enDate) })
                    : (one.state | codeLabel: 'reviewState')
                }}</span>
              </li>
            }
          </ul>
        </section>
      }
    } @else if (read.isLoading()) {
      <section class="card cb"><en-skeleton [label]="'practices.loading' | transloco" /></section>
    }
  `,
  styleUrl: '../record-list.css',
})
export class ReviewList {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly read = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.all(),
  });
  protected readonly groups = computed(() => {
    const reviews = this.read.hasValue() ? this.read.value() : [];
    const done = reviews.filter(({ state }) => state !== 'assigned');
    return [
      { key: 'waiting', reviews: reviews.filter(({ state }) => state === 'assigned') },
      ...(done.length === 0 ? [] : [{ key: 'done', reviews: done }]),
    ];
  });

  /** The list is one person's own: all of it is read, page by page. */
  private async all() {
    const first = await this.api.get('practice-reviews', reviewsResponse);
    const reviews = [...first.reviews];
    for (let after = first.next; after !== null;) {
      const page = await this.api.get('practice-reviews', reviewsResponse, { after });
      reviews.push(...page.reviews);
      after = page.next;
    }
    return reviews;
  }
}
