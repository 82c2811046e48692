import { Injectable } from '@nestjs/common';
import type { SharingGroupsResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

type Group = SharingGroupsResponse['groups'][number];

/** A group with the version that a change of it names. */
export interface VersionedGroup {
  readonly group: Group;
  readonly etag: string;
}

/** Each joining makes an edition and each leaving a removed member, so that their sum counts the changes. */
const REVISION = `g.edition + (select count(*)::int from sharing_group_member m
  where m.group_id = g.id and m.removed_at is not null)`;

const groups = (tx: Transaction, id: string | null): Promise<(Group & { revision: number })[]> =>
  tx.rows<Group & { revision: number }>(
    `select g.id, g.alias, g.names, g.owner_id as owner, g.edition, ${REVISION} as revision,
       array(select m.organization_id from sharing_group_member m
         where m.group_id = g.id and m.removed_at is null order by m.organization_id) as members
     from sharing_group g
     where $1::uuid is null or g.id = $1::uuid
     order by g.alias, g.id limit 500`,
    [id],
  );

/** One group that the actor may read, at its version; 404 where there is none. */
export async function groupById(tx: Transaction, id: string): Promise<VersionedGroup> {
  const [found] = await groups(tx, id);
  if (!found) throw new Problem('not-found');
  return versioned(tx, found);
}

const versioned = (
  tx: Transaction,
  { revision, ...group }: Group & { revision: number },
): VersionedGroup => ({ group, etag: tx.etag(group.id, revision) });

/** Groups that the acting organization made or is a member of; row security chooses them. */
@Injectable()
export class GroupsRepository {
  constructor(private readonly database: Database) {}

  list(actor: ActingActor): Promise<SharingGroupsResponse> {
    return this.database.read(actor, async (tx) => ({
      groups: (await groups(tx, null)).map((group) => versioned(tx, group).group),
    }));
  }

  get(actor: ActingActor, id: string): Promise<VersionedGroup> {
    return this.database.read(actor, (tx) => groupById(tx, id));
  }
}
