import { Injectable } from '@nestjs/common';
import type { PracticeResponse } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { logRead, sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { PRACTICE, type PracticeRow } from './practice-row.js';
import { practiceAnswer } from './practice.mapper.js';

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
}
