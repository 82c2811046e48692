import { Injectable } from '@nestjs/common';
import type { ReportWritten } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { makeTwins, type ClearedVersion } from './twins.js';
import { workedReport, written } from './worked-report.js';

/** Clears submitted versions: one, or many at once, all or none. */
@Injectable()
export class ClearReports {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Clears one report; its authors are refused (403 `own-report`). */
  execute(actor: ActingActor, id: string, ifMatch: string): Promise<ReportWritten> {
    return this.database.write(actor, async (tx) => {
      await workedReport(tx, actor, { ...{ id, ifMatch, act: 'clear', owner: 'state' } });
      await this.clear(tx, actor, [id]);
      const { version, revision } = await tx.one<{ version: number; revision: number }>(
        'select current_version as version, revision from arrival_report where id = $1',
        [id],
      );
      return written(tx, id, version, 'cleared', revision);
    });
  }

  /** Clears every report named; one that is not submitted, not the State's or one's own refuses them all. */
  executeMany(actor: ActingActor, ids: readonly string[]): Promise<{ cleared: number }> {
    return this.database.write(actor, async (tx) => {
      const unique = [...new Set(ids)].toSorted();
      await this.clear(tx, actor, unique);
      return { cleared: unique.length };
    });
  }

  /** Submitted reports of the actor's State that the actor did not author, oldest period first. */
  clearable(actor: ActingActor): Promise<string[]> {
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<{ id: string }>(
        `select r.id from arrival_report r
         join arrival_report_version v on v.report_id = r.id and v.version = r.open_version
         where r.state_id = $1 and v.state = 'submitted' and not exists (
           select 1 from version_author a where a.report_id = r.id and a.version = v.version and a.person_id = $2)
         order by r.starts_on, r.id limit 5000`,
        [actor.organization.stateId, actor.personId],
      );
      return rows.map(({ id }) => id);
    });
  }

  private async clear(tx: Transaction, actor: ActingActor, ids: readonly string[]): Promise<void> {
    const versions = await clearableVersions(tx, actor, ids);
    await makeTwins(tx, versions);
    const keys = [ids, versions.map(({ version }) => version)] as const;
    await tx.rows(
      `update arrival_report_version v set state = 'superseded', superseded_at = enlace_now()
       from arrival_report r
       where r.id = any($1::uuid[]) and v.report_id = r.id and v.version = r.current_version`,
      [ids],
    );
    await tx.rows(
      `update arrival_report_version v set state = 'cleared', cleared_at = enlace_now()
       from unnest($1::uuid[], $2::int[]) as k (id, version)
       where v.report_id = k.id and v.version = k.version`,
      keys,
    );
    await tx.rows(
      `update arrival_report set current_version = open_version, open_version = null,
         revision = revision + 1, updated_at = enlace_now()
       where id = any($1::uuid[])`,
      [ids],
    );
    await tellReaders(tx, versions);
    await this.audit.appendAll(
      tx,
      actor,
      versions.map(({ id, version }) => ({
        action: 'arrivals.clear',
        record: 'arrival-report',
        recordId: id,
        after: { version },
      })),
    );
  }
}

/** Locks the reports in the order of their ids and refuses what may not be cleared. */
async function clearableVersions(
  tx: Transaction,
  actor: ActingActor,
  ids: readonly string[],
): Promise<ClearedVersion[]> {
  await tx.rows('select 1 from arrival_report where id = any($1::uuid[]) order by id for update', [
    ids,
  ]);
  const found = await tx.rows<
    ClearedVersion & { state: string | null; isOwn: boolean; isAuthor: boolean }
  >(
    `select r.id, r.open_version as version, r.current_version as previous, v.state,
       r.state_id = $2 as "isOwn",
       exists (select 1 from version_author a where a.report_id = r.id and a.version = r.open_version
         and a.person_id = $3) as "isAuthor"
     from arrival_report r
     left join arrival_report_version v on v.report_id = r.id and v.version = r.open_version
     where r.id = any($1::uuid[]) order by r.id`,
    [ids, actor.organization.kind === 'state' ? actor.organization.stateId : -1, actor.personId],
  );
  const known = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = known.get(id);
    if (!row) throw new Problem('not-found');
    if (!row.isOwn) throw new Problem('not-permitted');
    if (row.state !== 'submitted') throw new Problem('state-conflict');
    if (row.isAuthor) throw new Problem('own-report');
    return row;
  });
}

/** Named and forum organizations hear of a first version that was shared already, and of each revision. */
async function tellReaders(tx: Transaction, versions: readonly ClearedVersion[]): Promise<void> {
  await tx.rows(
    `select notify_recipients(k.id, case when k.previous is null then 'shared' else 'revised' end)
     from unnest($1::uuid[], $2::int[]) as k (id, previous)`,
    [versions.map(({ id }) => id), versions.map(({ previous }) => previous)],
  );
}
