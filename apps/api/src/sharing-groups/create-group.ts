import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreateSharingGroupRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { constraintOf, Database } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { groupById, type VersionedGroup } from './groups.repository.js';
import { memberOrganizations } from './member-organizations.js';
import { SharingGroupEntity } from './sharing-group.entity.js';

/** Makes a sharing group of the acting organization. */
@Injectable()
export class CreateGroup {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A second group of the same alias is 422 at `/alias`. */
  async execute(
    actor: ActingActor,
    request: IdempotentRequest,
    input: CreateSharingGroupRequest,
  ): Promise<VersionedGroup> {
    try {
      return await this.create(actor, request, input);
    } catch (error) {
      if (constraintOf(error) !== 'sharing_group_owner_id_alias_key') throw error;
      throw invalid('/alias', 'already-exists');
    }
  }

  private create(
    actor: ActingActor,
    request: IdempotentRequest,
    input: CreateSharingGroupRequest,
  ): Promise<VersionedGroup> {
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, async () => {
        const members = await memberOrganizations(tx, input.members);
        const made = { id: randomUUID(), alias: input.alias, names: input.names };
        await tx.manager.insert(SharingGroupEntity, { ...made, ownerId: actor.organization.id });
        await tx.rows(
          `insert into sharing_group_member (group_id, organization_id, from_edition)
           select $1, unnest($2::uuid[]), 1`,
          [made.id, members],
        );
        await this.audit.append(tx, actor, {
          action: 'sharing-groups.create',
          record: 'sharing-group',
          recordId: made.id,
          after: input,
        });
        return made.id;
      });
      return groupById(tx, id);
    });
  }
}
