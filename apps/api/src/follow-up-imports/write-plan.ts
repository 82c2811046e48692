import type { ActingActor } from '../access/index.js';
import type { AuditEvent } from '../audit/index.js';
import { touchAll, writeCommitments, writeSchedules } from '../commitments/index.js';
import type { Transaction } from '../database/index.js';
import type { ImportPlan } from './plan-import.js';

const INSTRUMENTS = `insert into instrument (id, organization_id, kind, symbol, titles, adopted_on, place, languages, state)
  select id, $1::uuid, kind, symbol, titles, "adoptedOn", place, array[language],
    case when "adoptedOn" is null then 'draft' else 'adopted' end
  from jsonb_to_recordset($2) as x (id uuid, kind text, symbol text, titles jsonb, "adoptedOn" date, place text,
    language text) on conflict (symbol) do nothing returning id`;

const FOLLOWED = `insert into instrument_forum (instrument_id, forum_id)
  select unnest($1::uuid[]), $2::uuid`;

const PROVISIONS = `insert into provision (id, instrument_id, number, position, titles, themes)
  select id, "instrumentId", number, position, titles, array(select jsonb_array_elements_text(themes))
  from jsonb_to_recordset($1) as x (id uuid, "instrumentId" uuid, number text, position smallint, titles jsonb,
    themes jsonb)`;

const TEXTS = `insert into provision_text (provision_id, language, status, body)
  select id, key, case when key = language then 'original' else 'human' end, value
  from jsonb_to_recordset($1) as x (id uuid, language text, texts jsonb), jsonb_each_text(texts)
  where value is not null`;

const REPEATS = `insert into provision_link (from_id, to_id, kind)
  select id, repeated::uuid, 'repeats' from jsonb_to_recordset($1) as x (id uuid, repeats jsonb),
    jsonb_array_elements_text(repeats) as repeated`;

/** Writes everything that a plan makes and returns what the trace has to keep; false: a symbol was taken meanwhile. */
export async function writePlan(
  tx: Transaction,
  actor: ActingActor,
  forumId: string,
  plan: ImportPlan,
): Promise<readonly AuditEvent[] | false> {
  if (!(await writeInstruments(tx, actor, forumId, plan))) return false;
  const provisions = JSON.stringify(
    plan.provisions.map(({ input, ...own }) => ({ ...input, ...own })),
  );
  await tx.rows(PROVISIONS, [provisions]);
  await tx.rows(TEXTS, [provisions]);
  await tx.rows(REPEATS, [provisions]);
  const recorded = await writeCommitments(tx, actor, plan.commitments, plan.commitmentFacts);
  return [...textEvents(plan), ...recorded, ...(await writeDates(tx, actor, plan))];
}

/** A symbol may belong to a draft that the actor does not see: then nothing is written. */
async function writeInstruments(
  tx: Transaction,
  actor: ActingActor,
  forumId: string,
  { instruments }: ImportPlan,
): Promise<boolean> {
  const json = JSON.stringify(instruments.map(({ id, input }) => ({ id, ...input })));
  const written = await tx.rows<{ id: string }>(INSTRUMENTS, [actor.organization.id, json]);
  if (written.length < instruments.length) return false;
  await tx.rows(FOLLOWED, [written.map(({ id }) => id), forumId]);
  return true;
}

const textEvents = ({ instruments, provisions }: ImportPlan): AuditEvent[] => [
  ...instruments.map(({ id, input }) => ({
    ...{ action: 'commitments.import', record: 'instrument', recordId: id, after: input },
  })),
  ...provisions.map(({ id, input, instrumentId, repeats }) => ({
    ...{ action: 'commitments.import', record: 'provision', recordId: id },
    after: { ...input, instrument: instrumentId, repeats },
  })),
];

async function writeDates(
  tx: Transaction,
  actor: ActingActor,
  { dates, commitments }: ImportPlan,
): Promise<AuditEvent[]> {
  const schedules = dates.map(({ commitment, added }) => ({
    ...{ id: commitment.id, added, removed: [] },
    input: { dates: [...commitment.scheduled, ...added].toSorted() },
  }));
  await writeSchedules(tx, actor, schedules);
  const fresh = new Set(commitments.map(({ id }) => id));
  await touchAll(
    tx,
    schedules.map(({ id }) => id).filter((id) => !fresh.has(id)),
  );
  return schedules.map(({ id, input, added }) => ({
    ...{ action: 'commitments.set-schedule', record: 'commitment', recordId: id },
    after: { ...input, added, removed: [] },
  }));
}
