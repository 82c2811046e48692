import { Injectable } from '@nestjs/common';
import type { ShareAnswer } from '@enlace/contract';
import type { Classification } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { sharesOf } from './share.mapper.js';

const PAGE = 50;

interface Reading {
  readonly organization: string | null;
  readonly what: string;
  readonly at: string;
  readonly id: string;
}

/** What the owner of a report knows of its shares and readers. */
@Injectable()
export class SharesRepository {
  constructor(private readonly database: Database) {}

  /** All shares; 404 where the report is not visible, 403 where it is somebody else's. */
  list(
    actor: ActingActor,
    reportId: string,
  ): Promise<{ classification: Classification; shares: ShareAnswer[] }> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<{ owner: string; classification: Classification }>(
        'select organization_id as owner, classification from arrival_report where id = $1',
        [reportId],
      );
      if (!report) throw new Problem('not-found');
      if (report.owner !== actor.organization.id) throw new Problem('not-permitted');
      return {
        classification: report.classification,
        shares: await sharesOf(tx, reportId),
      };
    });
  }

  /** Who read the report, newest first, in pages; the same refusals as `list`. */
  readers(
    actor: ActingActor,
    reportId: string,
    after: string | null,
  ): Promise<{ readers: Omit<Reading, 'id'>[]; next: string | null }> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<{ owner: string }>(
        'select organization_id as owner from arrival_report where id = $1',
        [reportId],
      );
      if (!report) throw new Problem('not-found');
      if (report.owner !== actor.organization.id) throw new Problem('not-permitted');
      const rows = await tx.rows<Reading>(
        `select reader_organization_id as organization, what, id::text,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
         from read_log where organization_id = $1 and record_kind = 'arrival-report' and record_id = $2 and id < $3::bigint
         order by id desc limit ${PAGE + 1}`,
        [actor.organization.id, reportId, after ?? '9223372036854775807'],
      );
      const page = rows.slice(0, PAGE);
      return {
        readers: page.map(({ organization, what, at }) => ({ organization, what, at })),
        next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
      };
    });
  }
}
