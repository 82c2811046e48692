import { Injectable } from '@nestjs/common';
import type { PracticeResponse, ReadersResponse } from '@enlace/contract';
import type { ActingActor, Actor } from '../access/index.js';
import { logRead, readersOf, sightParameters, visiblePractice } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { PRACTICE, type PracticeRow } from './practice-row.js';
import { practiceAnswer } from './practice.mapper.js';

const OWNER = `select p.organization_id as organization from practice p
  where p.id = $5::uuid and ${visiblePractice('p')}`;

/** Good practices as their readers see them. */
@Injectable()
export class PracticesRepository {
  constructor(private readonly database: Database) {}

  /** One practice, in the version asked for or the one the reader has to do with; 404 where it is not visible. */
  async byId(actor: Actor, id: string, version: number | null): Promise<PracticeResponse> {
    const { row, answer } = await this.database.read(actor, async (tx) => {
      const found = await tx.maybe<PracticeRow>(PRACTICE, [
        ...sightParameters(actor),
        ...[actor.language, id, version],
      ]);
      if (!found) throw new Problem('not-found');
      return { row: found, answer: practiceAnswer(actor, found, tx.etag(id, found.revision)) };
    });
    await logRead(this.database, actor, { ...row, kind: 'practice' });
    return answer;
  }

  /** Who read it, for its own organization; 404 where it is not visible, 403 where it is another's. */
  readers(actor: ActingActor, id: string, after: string | null): Promise<ReadersResponse> {
    return this.database.read(actor, async (tx) => {
      const found = await tx.maybe<{ organization: string }>(OWNER, [
        ...[...sightParameters(actor), id],
      ]);
      const record = { kind: 'practice', id } as const;
      return readersOf(tx, actor, { ...record, organization: found?.organization }, after);
    });
  }
}
