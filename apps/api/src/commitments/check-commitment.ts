import type { ChangeCommitmentRequest, RecordCommitmentRequest } from '@enlace/contract';
import type { Transaction } from '../database/index.js';
import { Problem, type ProblemFault } from '../problems/index.js';

type Parts = Pick<
  ChangeCommitmentRequest,
  'provisions' | 'text' | 'translations' | 'partners' | 'dueOn'
>;

/** An organization as the one that would do something. */
interface Doer {
  readonly kind: string;
  readonly stateId: number | null;
  /** Whether its State is a member or associate of the forum today. */
  readonly isMember: boolean;
}

/** A provision as something that a commitment of the forum may serve. */
interface ServedProvision {
  readonly state: string;
  readonly followed: boolean;
  readonly adoptedOn: string | null;
}

/** What commitments are checked against, by the ids that they name. */
export interface CommitmentFacts {
  readonly doers: ReadonlyMap<string, Doer>;
  readonly provisions: ReadonlyMap<string, ServedProvision>;
}

const PROVISIONS = `select p.id, i.state, to_char(i.adopted_on, 'YYYY-MM-DD') as "adoptedOn",
    exists (select 1 from instrument_forum f where f.instrument_id = i.id and f.forum_id = $2::uuid) as followed
  from provision p join instrument i on i.id = p.instrument_id where p.id = any($1::uuid[])`;

const DOERS = `select o.id, o.kind, o.state_id as "stateId", exists (
    select 1 from forum_member m where m.forum_id = $2 and m.state_id = o.state_id
      and m.role in ('member', 'associate') and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
      and coalesce(m.valid_to, 'infinity') > enlace_now()::date) as "isMember"
  from organization o where o.id = any($1::uuid[]) and o.kind <> 'portal'`;

/** Reads what these commitments of one forum are checked against. */
export async function commitmentFacts(
  tx: Transaction,
  forumId: string,
  inputs: readonly (Parts & { readonly actor?: string })[],
): Promise<CommitmentFacts> {
  const organizations = inputs.flatMap(({ actor, partners }) => [
    ...(actor === undefined ? [] : [actor]),
    ...partners.map(({ organization }) => organization),
  ]);
  const served = inputs.flatMap(({ provisions }) => provisions);
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  const doers = await tx.rows<Doer & { id: string }>(DOERS, [distinct(organizations), forumId]);
  const provisions = await tx.rows<ServedProvision & { id: string }>(PROVISIONS, [
    ...[distinct(served), forumId],
  ]);
  return {
    doers: new Map(doers.map((row) => [row.id, row])),
    provisions: new Map(provisions.map((row) => [row.id, row])),
  };
}

/** A State authority of a member or associate State, or an agency, does what a forum agreed. */
function doerFaults(
  { actor }: Pick<RecordCommitmentRequest, 'actor'>,
  { doers }: CommitmentFacts,
): ProblemFault[] {
  const doer = doers.get(actor);
  if (!doer) return [{ pointer: '/actor', rule: 'unknown-record' }];
  const may = doer.kind === 'agency' || (doer.kind === 'state' && doer.isMember);
  return may ? [] : [{ pointer: '/actor', rule: 'actor-outside-forum' }];
}

/**
 * Provisions that do not exist, of a draft, or of an instrument that the forum does not follow, and a
 * date before the text was adopted; each by its own field.
 */
export function provisionFaults(input: Parts, { provisions }: CommitmentFacts): ProblemFault[] {
  const faults = input.provisions.flatMap((id, index): ProblemFault[] => {
    const pointer = `/provisions/${index}`;
    const row = provisions.get(id);
    if (!row) return [{ pointer, rule: 'unknown-record' }];
    if (row.state === 'draft') return [{ pointer, rule: 'instrument-is-draft' }];
    if (!row.followed) return [{ pointer, rule: 'instrument-not-followed' }];
    const isEarly = input.dueOn !== null && row.adoptedOn !== null && input.dueOn < row.adoptedOn;
    return isEarly
      ? [{ pointer: '/dueOn', rule: 'too-small', params: { limit: row.adoptedOn } }]
      : [];
  });
  const isDoubled = new Set(input.provisions).size !== input.provisions.length;
  return isDoubled ? [...faults, { pointer: '/provisions', rule: 'already-exists' }] : faults;
}

/** Two texts of one language, partners that do not exist and the actor as its own partner. */
export function partyFaults(
  actorId: string,
  { text, translations, partners }: Parts,
  { doers }: CommitmentFacts,
): ProblemFault[] {
  const faults: ProblemFault[] = [];
  const languages = [text.language];
  for (const [index, { language }] of translations.entries()) {
    const pointer = `/translations/${index}/language`;
    if (languages.includes(language)) faults.push({ pointer, rule: 'already-exists' });
    languages.push(language);
  }
  const named = new Set([actorId]);
  for (const [index, { organization }] of partners.entries()) {
    const pointer = `/partners/${index}/organization`;
    if (!doers.has(organization)) faults.push({ pointer, rule: 'unknown-record' });
    else if (named.has(organization)) faults.push({ pointer, rule: 'already-exists' });
    named.add(organization);
  }
  return faults;
}

/** Everything that keeps a commitment from being recorded. */
export const recordingFaults = (
  input: RecordCommitmentRequest,
  facts: CommitmentFacts,
): ProblemFault[] => [
  ...doerFaults(input, facts),
  ...provisionFaults(input, facts),
  ...partyFaults(input.actor, input, facts),
];

/** Refuses (422) where there are faults. */
export function refuseFaults(faults: readonly ProblemFault[]): void {
  if (faults.length > 0) throw new Problem('invalid-input', { errors: faults });
}
