import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { forumPageResponse, type StatusCounts } from '@enlace/contract';
import { daysBetween, FOLLOW_UP_STATUSES } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { EnDate, EnNumber } from '../../../core/i18n/format-pipes';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { markOf } from '../../../pattern/mark-of';
import { SourceLine } from '../../../pattern/source-line';
import { StateTile } from '../../../pattern/state-tile';
import { StatusMark } from '../../../pattern/status-mark';
import { StatusSpread } from '../../../pattern/status-spread';
import { PageHead, type PathStep } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { isSecretariatOf, membersOn } from './forum-members';

/** What is no commitment: an aspiration, and a State from which nothing came. */
const NO_COMMITMENTS: readonly string[] = ['aspiration', 'no-report'];

/** One forum: who belongs to it, who presides, what is due and how far its agreements are. */
@Component({
  selector: 'en-forum-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnDate,
    EnNumber,
    ProblemNote,
    SourceLine,
    StateTile,
    StatusMark,
    StatusSpread,
    PageHead,
    Skeleton,
  ],
  templateUrl: './forum-page.html',
  styleUrl: './forum-page.css',
})
export class ForumPage {
  readonly alias = input.required<string>();
  protected readonly reference = inject(Reference);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  private readonly api = inject(Api);
  protected readonly markOf = markOf;
  protected readonly page = resource({
    params: () =>
      this.session.mayReadOpen()
        ? {
            alias: this.alias(),
            reader: this.session.acting()?.organization.alias ?? 'public',
            language: this.language.current(),
          }
        : undefined,
    loader: ({ params }) => this.api.get(`forums/${params.alias}`, forumPageResponse),
  });
  protected readonly data = computed(() => (this.page.hasValue() ? this.page.value() : null));
  protected readonly path = computed<readonly PathStep[]>(() => {
    const data = this.data();
    if (data === null) return [];
    const forums = this.format.text('shell.forums');
    return [{ label: forums, link: '/forums' }, { label: this.reference.nameOf(data.acronyms) }];
  });
  protected readonly members = computed(() => {
    const data = this.data();
    const forum = this.reference.forums().find(({ alias }) => alias === data?.alias);
    return data && forum ? membersOn(forum.members, data.today) : [];
  });
  protected readonly mayImport = computed(() => {
    const data = this.data();
    const forum = this.reference.forums().find(({ alias }) => alias === data?.alias);
    const own = this.session.acting()?.organization.id ?? '';
    return this.session.can('commitments.import') && isSecretariatOf(forum, own, data?.today ?? '');
  });
  protected readonly reportsIn = computed(
    () => (this.data()?.reports ?? []).filter(({ lastReportOn }) => lastReportOn !== null).length,
  );

  /** How many commitments there are; aspirations are not among them. */
  protected sum(counts: StatusCounts): number {
    return FOLLOW_UP_STATUSES.filter((status) => !NO_COMMITMENTS.includes(status)).reduce(
      (sum, status) => sum + counts[status],
      0,
    );
  }

  /** "24 days over" or "3 days left". */
  protected days(today: string, dueOn: string): string {
    return this.format.relativeDays(daysBetween(today, dueOn));
  }
}
