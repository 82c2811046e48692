import { Component, computed, inject, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SharingGroupsResponse } from '@enlace/contract';
import { sharingGroupAnswer, sharingGroupsResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { AudienceChoices } from './audience-choices';
import { ChoiceList } from './choice-list';
import { NewGroup } from './new-group';

type Group = SharingGroupsResponse['groups'][number];

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
  /** The group whose members are being changed, with those it is to have. */
  protected readonly changing = signal<{ id: string; members: readonly string[] } | null>(null);
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

  protected change({ id, members }: Group): void {
    this.failure.set(null);
    this.changing.set({ id, members: members.filter((member) => member !== this.own()) });
  }

  protected choose(members: readonly string[]): void {
    this.changing.update((before) => (before === null ? null : { ...before, members }));
  }

  /** Gives the group the chosen members; one's own organization stays if it is one. */
  protected async save(group: Group): Promise<void> {
    const own = group.members.filter((member) => member === this.own());
    const members = [...own, ...(this.changing()?.members ?? [])];
    this.saving.set(true);
    this.failure.set(null);
    try {
      await this.api.put(`sharing-groups/${group.id}/members`, { members }, sharingGroupAnswer);
      this.changing.set(null);
      this.groups.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  protected created(): void {
    this.creating.set(false);
    this.groups.reload();
  }
}
