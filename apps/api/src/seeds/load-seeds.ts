import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Audit } from '../audit/index.js';
import type { Actor } from '../access/index.js';
import { ClientTransaction, ownerSource, type Transaction } from '../database/index.js';
import { loadCommitments } from './load-commitments.js';
import { loadParticipants } from './load-participants.js';
import { loadPractices } from './load-practices.js';
import { loadReference } from './load-reference.js';
import { loadReports } from './load-reports.js';
import { readDemoSeeds, readReferenceSeeds, SEEDS_DIRECTORY } from './read-seeds.js';

/** What to load and where to. */
export interface SeedOptions {
  /** Connection address of the owner role. */
  readonly ownerUrl: string;
  /** Whether the demo is loaded too: `people` leaves out its reports. */
  readonly demo: boolean | 'people';
  /** Folder with `reference` and `demo`; the repository's when left out. */
  readonly directory?: string;
  /** Seals what was loaded in the portal's chain; only a test's template goes without. */
  readonly audit?: Audit;
}

/** New rows of each part, 0 where everything was there. */
export interface LoadedSeeds {
  readonly reference: number;
  readonly participants: number;
  readonly reports: number;
  readonly commitments: number;
  readonly practices: number;
}

/** The portal's own organization, for which seeds are loaded. */
async function portalActor(tx: Transaction): Promise<Actor> {
  const { id, zone } = await tx.one<{ id: string; zone: string }>(
    `select id, time_zone as zone from organization where alias = 'portal'`,
  );
  return {
    personId: null,
    organization: {
      ...{ id, alias: 'portal', kind: 'portal', stateId: null, stateCode: null, timeZone: zone },
    },
    ...{ functions: [], readers: [], firewall: [], seatPoints: null },
    ...{ language: 'en', requestId: randomUUID() },
  };
}

/** Tables that queries are planned on from the first request. */
const ANALYZED = [
  ...['arrival_report', 'arrival_report_version', 'arrival_count', 'arrival_cell'],
  ...['arrival_indicator', 'twin_count', 'twin_share', 'share', 'audience_reader'],
  ...['commitment', 'commitment_provision', 'due_date', 'progress_report', 'commitment_event'],
  ...['practice', 'practice_version', 'practice_text', 'practice_shelf', 'thesaurus_term'],
];

/** One part: a transaction that does everything or nothing, with its audit entry. */
async function loadPart(
  source: DataSource,
  audit: Audit | undefined,
  part: keyof LoadedSeeds,
  load: (tx: Transaction) => Promise<number>,
): Promise<number> {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  try {
    await client.query('begin');
    const tx = new ClientTransaction(client, runner.manager, null);
    // Two loaders at once would both find the database empty.
    await tx.rows(`select pg_advisory_xact_lock(hashtext('enlace seeds'))`);
    const rows = await load(tx);
    if (rows > 0 && audit) {
      const event = { action: 'seeds.load', record: 'seeds', recordId: part, after: { rows } };
      await audit.append(tx, await portalActor(tx), event);
    }
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * Loads the seeds, each part in one transaction. May run at every start: what exists stays as it is,
 * and sample reports are made only in a database without any report.
 */
export async function loadSeeds(options: SeedOptions): Promise<LoadedSeeds> {
  const directory = options.directory ?? SEEDS_DIRECTORY;
  const source = await ownerSource(options.ownerUrl).initialize();
  try {
    const seeds = await readReferenceSeeds(directory);
    const reference = await loadPart(source, options.audit, 'reference', (tx) =>
      loadReference(tx, seeds),
    );
    const nothing = { participants: 0, reports: 0, commitments: 0, practices: 0 };
    if (!options.demo) return { ...nothing, reference };
    const demo = await readDemoSeeds(directory);
    const participants = await loadPart(source, options.audit, 'participants', (tx) =>
      loadParticipants(tx, demo),
    );
    if (options.demo === 'people') return { ...nothing, reference, participants };
    const reports = await loadPart(source, options.audit, 'reports', (tx) => loadReports(tx, demo));
    const commitments = await loadPart(source, options.audit, 'commitments', (tx) =>
      loadCommitments(tx, demo),
    );
    const practices = await loadPart(source, options.audit, 'practices', (tx) =>
      loadPractices(tx, demo),
    );
    if (reports + commitments + practices > 0) await source.query(`analyze ${ANALYZED.join(', ')}`);
    return { reference, participants, reports, commitments, practices };
  } finally {
    await source.destroy();
  }
}
