import { Injectable } from '@nestjs/common';
import type { PracticeResponse } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { PRACTICE, type PracticeRow } from './practice-row.js';
import { practiceAnswer } from './practice.mapper.js';

/** Good practices as their readers see them. */
@Injectable()
export class PracticesRepository {
  constructor(private readonly database: Database) {}

  /** One practice, in the version asked for or the one the reader has to do with; 404 where it is not visible. */
  byId(actor: Actor, id: string, version: number | null): Promise<PracticeResponse> {
    return this.database.read(actor, async (tx) => {
      const row = await tx.maybe<PracticeRow>(PRACTICE, [
        ...sightParameters(actor),
        ...[actor.language, id, version],
      ]);
      if (!row) throw new Problem('not-found');
      return practiceAnswer(actor, row, tx.etag(row.id, row.revision));
    });
  }
}
