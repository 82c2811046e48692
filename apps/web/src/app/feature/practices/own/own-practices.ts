import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeLine } from '@enlace/contract';
import { libraryResponse } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Empty } from '../../../ui/empty';
import { Icon } from '../../../ui/icon/icon';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';

/** Practices of the acting organization: those that are being written or reviewed before those that readers have. */
@Component({
  selector: 'en-own-practices',
  imports: [
    ...[RouterLink, TranslocoPipe, CodeLabel, ProblemNote, Empty, Icon, PageHead, Skeleton],
  ],
  template: `
    <en-page-head
      [title]="'practices.own.title' | transloco"
      [subtitle]="'practices.own.about' | transloco"
      [path]="[{ label: 'practices.all' | transloco, link: '/practices' }]"
    >
      @if (session.can('practices.post')) {
        <a class="btn btn-filled" routerLink="/practices/new"
          ><en-icon name="add" />{{ 'practices.form.new' | transloco }}</a
        >
      }
    </en-page-head>
    <en-problem-note [problem]="read.error()" />
    @if (read.hasValue()) {
      @for (group of groups(); track group.key) {
        <section class="card" [attr.aria-labelledby]="'group-' + group.key">
          <div class="card-head">
            <h2 [id]="'group-' + group.key">{{ 'practices.own.' + group.key | transloco }}</h2>
          </div>
          <ul>
            @for (one of group.practices; track one.id) {
              <li>
                <a [routerLink]="addressOf(one)" [lang]="one.title.language">{{
                  one.title.body
                }}</a>
                <span class="muted">
                  @for (theme of one.themes; track theme) {
                    {{ theme | codeLabel: 'provisionTheme' }}{{ $last ? '' : ', ' }}
                  }
                </span>
                <span class="end">{{ one.status | codeLabel: 'practiceStatus' }}</span>
              </li>
            }
          </ul>
        </section>
      } @empty {
        <section class="card">
          <en-empty>{{ 'practices.own.none' | transloco }}</en-empty>
        </section>
      }
    } @else if (read.isLoading()) {
      <section class="card cb"><en-skeleton [label]="'practices.loading' | transloco" /></section>
    }
  `,
  styleUrl: '../record-list.css',
})
export class OwnPractices {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly read = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.all(),
  });
  protected readonly groups = computed(() => {
    const practices = this.read.hasValue() ? this.read.value() : [];
    const has = (key: string, statuses: readonly PracticeLine['status'][]) => ({
      ...{ key, practices: practices.filter(({ status }) => statuses.includes(status)) },
    });
    return [
      has('writing', ['draft', 'returned']),
      has('reviewed', ['submitted', 'in-review']),
      has('published', ['published', 'expired']),
      has('withdrawn', ['withdrawn', 'superseded']),
    ].filter((group) => group.practices.length > 0);
  });

  /** A draft is gone on with; everything else is read first. */
  protected addressOf({ id, status }: PracticeLine): readonly string[] {
    const writes = status === 'draft' && this.session.can('practices.post');
    return writes ? ['/practices', id, 'edit'] : ['/practices', id];
  }

  /** The list is one organization's own: all of it is read, page by page. */
  private async all(): Promise<readonly PracticeLine[]> {
    const first = await this.api.get('practices', libraryResponse, { mine: true });
    const practices = [...first.practices];
    for (let after = first.next; after !== null;) {
      const page = await this.api.get('practices', libraryResponse, { mine: true, after });
      practices.push(...page.practices);
      after = page.next;
    }
    return practices;
  }
}
