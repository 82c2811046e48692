import { Component, computed, inject, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SharingGroupsResponse } from '@enlace/contract';
import { sharingGroupAnswer, sharingGroupsResponse } from '@enlace/contract';
import { Api, ProblemError } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { AudienceChoices } from '../../pattern/form/audience-choices';
import { ChoiceList } from '../../pattern/form/choice-list';
import { NewGroup } from './new-group';

type Group = SharingGroupsResponse['groups'][number];

/** A group whose members are being changed: those it had, those it is to have, and its version. */
interface Changing {
  readonly id: string;
  readonly before: readonly string[];
  readonly members: readonly string[];
  readonly etag: string;
}

/** What somebody else did to the group meanwhile. */
interface ChangedMeanwhile {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** Sharing groups: those one's organization made and those it is a member of. */
@Component({
  selector: 'en-groups-page',
  imports: [TranslocoPipe, ProblemNote, Empty, PageHead, Skeleton, ChoiceList, NewGroup],
  templateUrl: './groups-page.html',
  styleUrl: './groups-page.css',
})
export class GroupsPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  protected readonly choices = inject(AudienceChoices);
  protected readonly creating = signal(false);
  protected readonly changing = signal<Changing | null>(null);
  protected readonly meanwhile = signal<ChangedMeanwhile | null>(null);
  protected readonly saving = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly groups = resource({
    params: () => this.session.acting()?.organization.id,
    loader: () => this.api.get('sharing-groups', sharingGroupsResponse),
  });
  protected readonly mayManage = computed(() => this.session.can('sharing-groups.manage'));
  private readonly own = computed(() => this.session.acting()?.organization.id);

  protected isOwn(group: Group): boolean {
    return this.mayManage() && group.owner === this.own();
  }

  /** Begins with the members as they stand now, not as the list was read. */
  protected async change({ id }: Group): Promise<void> {
    this.failure.set(null);
    this.meanwhile.set(null);
    try {
      const { body, etag } = await this.read(id);
      const members = body.members.filter((member) => member !== this.own());
      this.changing.set({ id, before: body.members, members, etag });
    } catch (error) {
      this.changing.set(null);
      this.failure.set(error);
    }
  }

  protected choose(members: readonly string[]): void {
    this.changing.update((before) => (before === null ? null : { ...before, members }));
  }

  protected namesOf(members: readonly string[]): string {
    return members.map((member) => this.reference.organizationName(member)).join(', ');
  }

  protected async saveChosen(): Promise<void> {
    const changing = this.changing();
    if (changing !== null) await this.save(changing);
  }

  /** Gives the group the chosen members; one's own organization stays if it is one. */
  private async save({ id, before, members, etag }: Changing): Promise<void> {
    const own = before.filter((member) => member === this.own());
    this.saving.set(true);
    this.failure.set(null);
    this.meanwhile.set(null);
    try {
      const body = { members: [...own, ...members] };
      const path = `sharing-groups/${id}/members`;
      await this.api.put(path, body, sharingGroupAnswer, { ifMatch: etag });
      this.changing.set(null);
      this.groups.reload();
    } catch (error) {
      await this.refused(error, id);
    } finally {
      this.saving.set(false);
    }
  }

  /** After somebody else's change the choice stays, beside what they changed. */
  private async refused(error: unknown, id: string): Promise<void> {
    this.failure.set(error);
    if (!(error instanceof ProblemError) || error.code !== 'stale-version') return;
    try {
      const { body, etag } = await this.read(id);
      const before = this.changing()?.before ?? [];
      this.meanwhile.set({
        joined: body.members.filter((member) => !before.includes(member)),
        left: before.filter((member) => !body.members.includes(member)),
      });
      this.changing.update((now) => (now === null ? null : { ...now, before: body.members, etag }));
      this.groups.reload();
    } catch (unread) {
      this.failure.set(unread);
    }
  }

  private async read(id: string): Promise<{ body: Group; etag: string }> {
    const { body, etag } = await this.api.getVersion(`sharing-groups/${id}`, sharingGroupAnswer);
    return { body, etag: etag ?? '' };
  }

  protected created(): void {
    this.creating.set(false);
    this.groups.reload();
  }
}
