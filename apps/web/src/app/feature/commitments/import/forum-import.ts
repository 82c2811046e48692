import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../../core/api/connection';
import { Session } from '../../../core/auth/session';
import { Format } from '../../../core/i18n/format';
import { EnNumber } from '../../../core/i18n/format-pipes';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { Empty } from '../../../ui/empty';
import { Icon } from '../../../ui/icon/icon';
import { PageHead, type PathStep } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { isSecretariatOf } from '../forum/forum-members';
import { ImportFaults } from './import-faults';
import { COUNTS, reasonsOf, SHEETS } from './import-model';
import { FollowUpImportStore } from './import-store';

/** A secretariat imports agreements, provisions, commitments and due dates: choose, check, import. */
@Component({
  selector: 'en-forum-import',
  imports: [
    ...[RouterLink, TranslocoPipe, EnNumber, ProblemNote, Empty, Icon, PageHead, Skeleton],
    ImportFaults,
  ],
  providers: [FollowUpImportStore],
  templateUrl: './forum-import.html',
  styleUrl: './forum-import.css',
})
export class ForumImport {
  readonly alias = input.required<string>();
  protected readonly store = inject(FollowUpImportStore);
  protected readonly reference = inject(Reference);
  protected readonly offline = inject(Connection).offline;
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  protected readonly counts = COUNTS;
  protected readonly sheets = SHEETS;
  protected readonly forum = computed(() =>
    this.reference.forums().find(({ alias }) => alias === this.alias()),
  );
  protected readonly mayImport = computed(() => {
    const own = this.session.acting()?.organization.id ?? '';
    const today = new Date().toISOString().slice(0, 10);
    return this.session.can('commitments.import') && isSecretariatOf(this.forum(), own, today);
  });
  protected readonly path = computed<readonly PathStep[]>(() => {
    const forums = { label: this.format.text('shell.forums'), link: '/forums' };
    const forum = this.forum();
    if (!forum) return [forums];
    return [
      forums,
      { label: this.reference.nameOf(forum.acronyms), link: `/forums/${forum.alias}` },
    ];
  });
  protected readonly reasons = computed(() => reasonsOf(this.store.failure()));
  protected readonly ready = computed(() => this.store.check()?.ready === true);

  protected choose(input: HTMLInputElement): void {
    this.store.choose(input.files?.[0]);
  }

  protected ask(event: Event): void {
    event.preventDefault();
    void this.store.ask(this.alias());
  }
}
