import { Injectable } from '@nestjs/common';
import type { ReportResponse } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { logRead, sightParameters } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { readFigures } from './figures.js';
import { exactAnswer, protectedAnswer, type TwinFigures } from './report.mapper.js';
import { REPORT, TWIN, type ReportRow } from './report-row.js';

const NOTHING = { counts: [], cells: [], indicators: [] };

/** Reads one report in the best detail of the actor. */
@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** 404 for what the actor may not see, the version included. */
  async get(
    actor: Actor,
    id: string,
    version: number | null,
  ): Promise<{ report: ReportResponse; etag: string | null }> {
    const { row, ...answered } = await this.database.read(actor, async (tx) => {
      const found = await tx.maybe<ReportRow>(REPORT, [
        ...sightParameters(actor),
        id,
        version,
        actor.personId,
      ]);
      if (!found) throw new Problem('not-found');
      // It moves with drafts too, which others are not told of.
      const etag = found.isOwn ? tx.etag(found.id, found.revision) : null;
      return { row: found, report: await answer(tx, actor, found), etag };
    });
    await logRead(this.database, actor, { ...row, kind: 'arrival-report' });
    return answered;
  }
}

async function answer(tx: Transaction, actor: Actor, row: ReportRow): Promise<ReportResponse> {
  const isRetracted = row.versionState === 'retracted' && !row.isOwn;
  const firewall = row.isOwn ? [] : actor.firewall;
  if (row.isExact) {
    const figures = isRetracted ? NOTHING : await readFigures(tx, row.id, row.version, firewall);
    return exactAnswer(actor, row, figures);
  }
  // A share table that the public reads is behind no firewall.
  const hidden = row.isPublic ? [] : firewall;
  return protectedAnswer(
    actor,
    row,
    await tx.one<TwinFigures>(TWIN, [row.id, row.version, hidden]),
  );
}
