import type { DemoSeeds } from '@enlace/contract/seeds';
import type { Transaction } from '../database/index.js';
import { exchangeRows, type ExchangeRows } from './exchange-rows.js';
import { insertRows, lookUp } from './insert-rows.js';
import { provisionIds } from './load-commitments.js';
import { idsBy } from './load-participants.js';
import { stateIds } from './load-reference.js';
import { asDefiner } from './load-shares.js';
import { practiceRows, type PracticePlacing, type PracticeRows } from './practice-rows.js';
import { writerOf } from './sample-commitments.js';

/** Columns by table, in the order in which rows refer to each other. */
const COLUMNS: Readonly<Record<keyof PracticeRows, readonly string[]>> = {
  practice: [
    ...['id', 'organization_id', 'classification', 'forums', 'organizations', 'withheld'],
    ...['audience_id', 'current_version', 'open_version', 'published_on', 'confirmed_on'],
    ...['withdraw_reason', 'revision', 'created_at', 'created_by'],
  ],
  practice_version: [
    ...['practice_id', 'version', 'state', 'themes', 'states', 'running_since', 'people'],
    ...['set_up_months', 'cost_band', 'evidence_strength', 'created_at', 'submitted_at'],
    ...['submitted_by', 'decision_due_on', 'decided_at', 'return_reason'],
  ],
  practice_text: [
    ...['practice_id', 'version', 'language', 'status', 'title', 'summary', 'problem'],
    ...['legal_basis', 'who_does_what', 'steps', 'resources', 'findings', 'conditions'],
    'did_not_work',
  ],
  practice_provision: ['practice_id', 'version', 'provision_id'],
  practice_event: ['practice_id', 'kind', 'at', 'organization_id', 'owner_only', 'facts'],
};

const EXCHANGE_COLUMNS: Readonly<Record<keyof ExchangeRows, readonly string[]>> = {
  adoption: [
    ...['practice_id', 'organization_id', 'declared_by', 'state', 'use', 'language', 'adaptation'],
    ...['started_on', 'contact', 'result', 'why', 'why_language', 'result_on', 'revision'],
    ...['created_at', 'created_by'],
  ],
  question: [
    ...['practice_id', 'organization_id', 'language', 'body', 'asked_at', 'asked_by', 'answer'],
    ...['answer_language', 'answered_at', 'revision'],
  ],
  practice_review: [
    ...['practice_id', 'version', 'person_id', 'organization_id', 'state', 'scores', 'proposal'],
    ...['language', 'comment', 'no_conflict', 'due_on', 'assigned_at', 'sent_at', 'revision'],
  ],
  practice_event: COLUMNS.practice_event,
};

async function openPlacing(tx: Transaction, demo: DemoSeeds): Promise<PracticePlacing> {
  const now = await tx.now();
  const byAlias = new Map(demo.organizations.organizations.map((one) => [one.alias, one]));
  return {
    today: now.toISOString().slice(0, 10),
    notice: demo.practices.notice,
    person: (alias) => writerOf(demo, lookUp(byAlias, alias, 'organization')).personId,
    organizations: await idsBy(tx, 'organization', 'alias'),
    forums: await idsBy(tx, 'forum', 'alias'),
    states: await stateIds(tx),
    provisions: await provisionIds(tx),
  };
}

/** What others made of them: reviews, adoptions, and questions. */
async function loadExchange(
  tx: Transaction,
  demo: DemoSeeds,
  placing: PracticePlacing,
): Promise<void> {
  const rows = exchangeRows(demo, {
    ...placing,
    practices: new Map(demo.practices.practices.map(({ key, id }) => [key, id])),
    people: await idsBy(tx, 'person', 'username'),
  });
  for (const [table, columns] of Object.entries(EXCHANGE_COLUMNS)) {
    await insertRows(tx, table, columns, rows[table as keyof ExchangeRows]);
  }
}

/**
 * Makes the sample practices, only where no practice exists at all; returns their number. Each says that
 * it is a sample.
 */
export async function loadPractices(tx: Transaction, demo: DemoSeeds): Promise<number> {
  const { empty } = await tx.one<{ empty: boolean }>(
    'select not exists (select 1 from practice) as empty',
  );
  if (!empty) return 0;
  const placing = await openPlacing(tx, demo);
  const samples = demo.practices.practices.map((seed) => practiceRows(seed, placing));
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const rows = samples.flatMap((sample) => sample[table as keyof PracticeRows]);
    await insertRows(tx, table, columns, rows);
  }
  await loadExchange(tx, demo, placing);
  await asDefiner(tx, async () => {
    const ids = demo.practices.practices.map(({ id }) => id);
    await tx.rows('select refresh_practice_audience(id) from unnest($1::uuid[]) as id', [ids]);
  });
  return samples.length;
}
