import { Injectable } from '@nestjs/common';
import type { ReportListQuery, ReportSummary } from '@enlace/contract';
import { tellFigure, type Figure } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { listStatement, VERSIONS } from './report-lists.sql.js';

interface ListRow extends Record<string, unknown> {
  readonly id: string;
  readonly from: string;
  readonly figure: Figure | null;
}

interface Position {
  readonly from: string;
  readonly id: string;
}

/** Before every report, whose order is newest first. */
const START: Position = { from: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** Lists of reports and versions, each in one statement. */
@Injectable()
export class ReportListsRepository {
  constructor(private readonly database: Database) {}

  /** A page of the reports the actor may see, newest period first. */
  list(
    actor: Actor,
    query: ReportListQuery,
  ): Promise<{ reports: ReportSummary[]; next: string | null }> {
    const after = query.cursor === undefined ? START : positionOf(query.cursor);
    return this.database.read(actor, async (tx) => {
      const { text, filters } = listStatement(query);
      const rows = await tx.rows<ListRow>(text, [
        ...sightParameters(actor),
        query.from ? `${query.from}-01` : '-infinity',
        query.to ? `${query.to}-01` : 'infinity',
        after.from,
        after.id,
        query.limit + 1,
        actor.firewall,
        ...filters,
      ]);
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      return { reports: page.map(summary), next: last ? cursorOf(last) : null };
    });
  }

  /** The versions the actor may read; 404 where the report is not visible. */
  versions(actor: Actor, id: string): Promise<{ versions: object[] }> {
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<{ figure: Figure | null }>(VERSIONS, [
        ...sightParameters(actor),
        id,
      ]);
      if (rows.length === 0) throw new Problem('not-found');
      return {
        versions: rows.map(({ figure, ...version }) => ({ ...version, total: tellFigure(figure) })),
      };
    });
  }
}

// The answer's schema is what says the columns; `from` is the cursor's alone.
const summary = ({ figure, ...row }: ListRow): ReportSummary =>
  ({ ...row, from: undefined, total: tellFigure(figure) }) as unknown as ReportSummary;

const cursorOf = ({ from, id }: ListRow): string =>
  Buffer.from(`${from}/${id}`).toString('base64url');

function positionOf(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, from, id] = /^(\d{4}-\d\d-\d\d)\/([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!from || !id) throw invalid('/query/cursor', 'wrong-format');
  return { from, id };
}
