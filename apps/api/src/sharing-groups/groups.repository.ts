import { Injectable } from '@nestjs/common';
import type { SharingGroupsResponse } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';

type Group = SharingGroupsResponse['groups'][number];

const groups = (tx: Transaction, id: string | null): Promise<Group[]> =>
  tx.rows<Group>(
    `select g.id, g.alias, g.names, g.owner_id as owner, g.edition,
       array(select m.organization_id from sharing_group_member m
         where m.group_id = g.id and m.removed_at is null order by m.organization_id) as members
     from sharing_group g
     where $1::uuid is null or g.id = $1::uuid
     order by g.alias, g.id limit 500`,
    [id],
  );

/** One group that the actor may read; null where there is none. */
export const groupById = async (tx: Transaction, id: string): Promise<Group | null> =>
  (await groups(tx, id))[0] ?? null;

/** Groups that the acting organization made or is a member of; row security chooses them. */
@Injectable()
export class GroupsRepository {
  constructor(private readonly database: Database) {}

  list(actor: ActingActor): Promise<SharingGroupsResponse> {
    return this.database.read(actor, async (tx) => ({ groups: await groups(tx, null) }));
  }
}
