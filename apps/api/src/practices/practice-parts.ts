import type { PracticeAudience, PracticeDraft, PracticeWords } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';

type Facts = PracticeDraft['facts'];

/** Which version, in which language. */
export interface TextKey {
  readonly id: string;
  readonly version: number;
  readonly language: Language;
}

/** One language of a version as it stands, for the trace of what takes its place; null where there is none. */
export const textOf = async (tx: Transaction, key: TextKey): Promise<unknown> =>
  (
    await tx.maybe<{ text: unknown }>(
      `select to_jsonb(t) - 'document' as text from practice_text t
       where t.practice_id = $1 and t.version = $2 and t.language = $3`,
      [key.id, key.version, key.language],
    )
  )?.text ?? null;

/** Writes one language of a version; what was there is replaced. */
export async function writeText(
  tx: Transaction,
  { id, version, language }: TextKey,
  status: 'original' | 'human' | 'machine',
  words: PracticeWords,
): Promise<void> {
  await tx.rows(
    `insert into practice_text (practice_id, version, language, status, title, summary, problem, legal_basis,
       who_does_what, steps, resources, findings, conditions, did_not_work)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (practice_id, version, language) do update set status = excluded.status, title = excluded.title,
       summary = excluded.summary, problem = excluded.problem, legal_basis = excluded.legal_basis,
       who_does_what = excluded.who_does_what, steps = excluded.steps, resources = excluded.resources,
       findings = excluded.findings, conditions = excluded.conditions, did_not_work = excluded.did_not_work`,
    [
      ...[
        id,
        version,
        language,
        status,
        words.title,
        words.summary,
        words.problem,
        words.legalBasis,
      ],
      ...[words.whoDoesWhat, JSON.stringify(words.steps), words.resources],
      ...[JSON.stringify(words.findings), words.conditions, words.didNotWork],
    ],
  );
}

/** Writes what readers filter by; 422 at the State or provision that does not exist. */
export async function writeFacts(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
  facts: Facts,
): Promise<void> {
  const states = await stateIds(tx, facts.states, '/facts/states');
  await checkProvisions(tx, facts.provisions);
  if (new Set(facts.themes).size !== facts.themes.length) {
    throw invalid('/facts/themes', 'already-exists');
  }
  await tx.rows(
    `update practice_version set themes = $3, states = $4, running_since = to_date($5, 'YYYY-MM'), people = $6,
       set_up_months = $7, cost_band = $8, evidence_strength = $9 where practice_id = $1 and version = $2`,
    [
      ...[id, version, facts.themes, states, facts.runningSince, facts.people, facts.setUpMonths],
      ...[facts.costBand, facts.evidenceStrength],
    ],
  );
  await tx.rows('delete from practice_provision where practice_id = $1 and version = $2', [
    ...[id, version],
  ]);
  await tx.rows(
    'insert into practice_provision (practice_id, version, provision_id) select $1, $2, unnest($3::uuid[])',
    [id, version, facts.provisions],
  );
  await writeFiles(tx, { id, version }, facts.files);
}

/** Writes which files a version shows; 422 at one that was not handed in for it, or waits to be confirmed. */
async function writeFiles(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
  files: Facts['files'],
): Promise<void> {
  const kept = await tx.rows<{ id: string; confirmed: boolean }>(
    `select id, confirmed_at is not null as confirmed from stored_file
     where practice_id = $1 and id = any($2::uuid[])`,
    [id, files.map((file) => file.id)],
  );
  const confirmed = new Map(kept.map((file) => [file.id, file.confirmed]));
  for (const [index, file] of files.entries()) {
    const pointer = `/facts/files/${index}/id`;
    if (!confirmed.has(file.id)) throw invalid(pointer, 'unknown-record');
    if (!confirmed.get(file.id)) throw invalid(pointer, 'not-confirmed');
    if (files.findIndex((other) => other.id === file.id) !== index)
      throw invalid(pointer, 'already-exists');
  }
  await tx.rows('delete from practice_file where practice_id = $1 and version = $2', [id, version]);
  await tx.rows(
    `insert into practice_file (practice_id, version, file_id, position, title)
     select $1, $2, f.id, f.position, f.title
     from unnest($3::uuid[], $4::text[]) with ordinality f(id, title, position)`,
    [id, version, files.map((file) => file.id), files.map(({ title }) => title)],
  );
}

/** Writes who reads the practice once it is published, and lets the audience follow. */
export async function writeAudience(
  tx: Transaction,
  id: string,
  audience: PracticeAudience,
): Promise<void> {
  await checkAudience(tx, audience);
  const withheld = await stateIds(tx, audience.withheldFrom, '/audience/withheldFrom');
  await tx.rows(
    'update practice set classification = $2, forums = $3, organizations = $4, withheld = $5 where id = $1',
    [id, audience.classification, audience.forums, audience.organizations, withheld],
  );
  await tx.rows('select refresh_practice_audience($1)', [id]);
}

async function checkAudience(
  tx: Transaction,
  { classification, forums, organizations, withheldFrom }: PracticeAudience,
): Promise<void> {
  if (forums.length > 0 && classification !== 'restricted') {
    throw invalid('/audience/forums', 'not-accepted');
  }
  if (organizations.length > 0 && !['restricted', 'confidential'].includes(classification)) {
    throw invalid('/audience/organizations', 'not-accepted');
  }
  if (withheldFrom.length > 0 && classification === 'public') {
    throw invalid('/audience/withheldFrom', 'not-accepted');
  }
  await checkKnown(
    tx,
    forums,
    'select id from forum where id = any($1::uuid[])',
    '/audience/forums',
  );
  await checkKnown(
    tx,
    organizations,
    `select id from organization where id = any($1::uuid[]) and kind <> 'portal'`,
    '/audience/organizations',
  );
}

const checkProvisions = (tx: Transaction, provisions: readonly string[]): Promise<void> =>
  checkKnown(
    tx,
    provisions,
    `select p.id from provision p join instrument i on i.id = p.instrument_id
     where p.id = any($1::uuid[]) and i.state <> 'draft'`,
    '/facts/provisions',
  );

/** Refuses ids that the statement does not find, and one given twice, each by its place. */
async function checkKnown(
  tx: Transaction,
  ids: readonly string[],
  sql: string,
  pointer: string,
): Promise<void> {
  const rows = await tx.rows<{ id: string }>(sql, [ids]);
  const known = new Set(rows.map(({ id }) => id));
  for (const [index, id] of ids.entries()) {
    if (!known.has(id)) throw invalid(`${pointer}/${index}`, 'unknown-record');
    if (ids.indexOf(id) !== index) throw invalid(`${pointer}/${index}`, 'already-exists');
  }
}

async function stateIds(
  tx: Transaction,
  codes: readonly string[],
  pointer: string,
): Promise<readonly number[]> {
  const rows = await tx.rows<{ id: number; code: string }>(
    'select id, code from state where code = any($1)',
    [codes],
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  return codes.map((code, index) => {
    const id = ids.get(code);
    if (id === undefined) throw invalid(`${pointer}/${index}`, 'unknown-record');
    if (codes.indexOf(code) !== index) throw invalid(`${pointer}/${index}`, 'already-exists');
    return id;
  });
}
