import { Injectable } from '@nestjs/common';
import type { SharingGroupMembersRequest } from '@enlace/contract';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { groupById, type VersionedGroup } from './groups.repository.js';
import { memberOrganizations } from './member-organizations.js';

/**
 * Changes who is in a group. Whoever leaves reads nothing more at once, in every edition; whoever
 * joins reads what is shared from the next edition on, so that nobody adds a reader to an earlier share.
 * Refused (412) where somebody changed the group after `version`.
 */
@Injectable()
export class ChangeMembers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  execute(
    actor: ActingActor,
    groupId: string,
    version: string,
    input: SharingGroupMembersRequest,
  ): Promise<VersionedGroup> {
    return this.database.write(actor, async (tx) => {
      const seen = await groupById(tx, groupId);
      if (seen.group.owner !== actor.organization.id) throw new Problem('not-permitted');
      await tx.rows('select 1 from sharing_group where id = $1 for update', [groupId]);
      const { group, etag } = await groupById(tx, groupId);
      requireVersion(version, etag, { current: { ...group, etag }, yours: input });
      const members = await memberOrganizations(tx, input.members);
      await tx.rows(
        `update sharing_group_member set removed_at = enlace_now()
         where group_id = $1 and removed_at is null and organization_id <> all($2::uuid[])`,
        [groupId, members],
      );
      await tx.rows(
        `with joining as (
           select m from unnest($2::uuid[]) m
           except select organization_id from sharing_group_member
             where group_id = $1 and removed_at is null
         ), next as (
           update sharing_group set edition = edition + 1
           where id = $1 and exists (select 1 from joining) returning edition
         )
         insert into sharing_group_member (group_id, organization_id, from_edition)
         select $1, m, edition from joining, next`,
        [groupId, members],
      );
      await this.audit.append(tx, actor, {
        action: 'sharing-groups.change-members',
        record: 'sharing-group',
        recordId: groupId,
        before: { members: group.members },
        after: { members },
      });
      return groupById(tx, groupId);
    });
  }
}
