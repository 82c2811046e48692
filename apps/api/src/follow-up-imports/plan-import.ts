import type { FollowUpImportCounts } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import {
  commitmentFacts,
  gatedState,
  recordingFaults,
  type CommitmentFacts,
  type NewCommitment,
} from '../commitments/index.js';
import type { Transaction } from '../database/index.js';
import { inTurns } from '../imports/index.js';
import { importFacts, type ImportFacts } from './import-facts.js';
import { COMMITMENT_COLUMNS, planCommitment, type PlannedCommitment } from './plan-commitments.js';
import { DatePlan, type DatedCommitment, type PlannedDates } from './plan-due-dates.js';
import { TextPlan, type PlannedInstrument, type PlannedProvision } from './plan-texts.js';
import { addFaults, type RowPlace } from './row-values.js';
import type { SheetFaults } from './sheet-faults.js';
import type { ReadSheet } from './sheet.js';

/** What a file makes where it has no fault. */
export interface ImportPlan {
  readonly instruments: readonly PlannedInstrument[];
  readonly provisions: readonly PlannedProvision[];
  readonly commitments: readonly NewCommitment[];
  readonly commitmentFacts: CommitmentFacts;
  readonly dates: readonly PlannedDates[];
  readonly makes: FollowUpImportCounts;
}

/** Checks every row of a file against what exists and against the other rows; names each faulty cell. */
export async function planImport(
  tx: Transaction,
  actor: ActingActor,
  forumId: string,
  sheets: readonly ReadSheet[],
  faults: SheetFaults,
): Promise<ImportPlan> {
  const facts = await importFacts(tx, actor, forumId, sheets);
  const texts = await planTexts(sheets, facts, faults);
  const planned = await planCommitments(sheets, texts, facts, faults);
  const known = await knownFacts(tx, forumId, planned, texts);
  const commitments = await checked(planned, known, faults);
  const dates = new DatePlan(datedOf(facts, planned, commitments), faults);
  await each(rowsOf(sheets, 'due-dates'), (place) => {
    dates.add(place);
  });
  const accepted = commitments.filter(({ input }) => gatedState(input.actor, input) === 'accepted');
  return {
    instruments: texts.instruments,
    provisions: texts.provisions,
    commitments,
    commitmentFacts: known,
    dates: dates.dates,
    makes: {
      instruments: texts.instruments.length,
      provisions: texts.provisions.length,
      commitments: accepted.length,
      aspirations: commitments.length - accepted.length,
      dueDates: dates.dates.reduce((sum, { added }) => sum + added.length, 0),
    },
  };
}

const rowsOf = (sheets: readonly ReadSheet[], kind: ReadSheet['kind']): RowPlace[] =>
  sheets
    .filter((sheet) => sheet.kind === kind)
    .flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })));

/** Does something with each of many without keeping others from their turn. */
async function each<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  function* steps(): Generator<undefined, undefined> {
    for (const item of items) {
      work(item);
      yield undefined;
    }
    return undefined;
  }
  await inTurns(steps());
}

async function planTexts(
  sheets: readonly ReadSheet[],
  facts: ImportFacts,
  faults: SheetFaults,
): Promise<TextPlan> {
  const texts = new TextPlan(facts, faults);
  await each(rowsOf(sheets, 'instruments'), (place) => {
    texts.addInstrument(place);
  });
  await each(rowsOf(sheets, 'provisions'), (place) => {
    texts.addProvision(place);
  });
  texts.addRepeats();
  return texts;
}

async function planCommitments(
  sheets: readonly ReadSheet[],
  texts: TextPlan,
  facts: ImportFacts,
  faults: SheetFaults,
): Promise<readonly PlannedCommitment[]> {
  const taken = new Set(facts.commitments.keys());
  const commitments: PlannedCommitment[] = [];
  await each(rowsOf(sheets, 'commitments'), (place) => {
    const planned = planCommitment(place, texts, facts, faults);
    if (!planned) return;
    if (taken.has(planned.reference)) {
      faults.add(place.sheet, place.row, 'reference', { rule: 'already-exists' });
      return;
    }
    taken.add(planned.reference);
    commitments.push(planned);
  });
  return commitments;
}

/** What commitments are checked against, with the provisions that the file itself brings. */
async function knownFacts(
  tx: Transaction,
  forumId: string,
  planned: readonly PlannedCommitment[],
  texts: TextPlan,
): Promise<CommitmentFacts> {
  const inputs = planned.flatMap(({ input }) => (input === null ? [] : [input]));
  const known = await commitmentFacts(tx, forumId, inputs);
  return { ...known, provisions: new Map([...known.provisions, ...texts.fresh]) };
}

/** Those that may be recorded, each as if it were recorded alone. */
async function checked(
  planned: readonly PlannedCommitment[],
  facts: CommitmentFacts,
  faults: SheetFaults,
): Promise<readonly NewCommitment[]> {
  const right: NewCommitment[] = [];
  await each(planned, ({ id, place, reference, input }) => {
    if (input === null) return;
    const found = recordingFaults(input, facts);
    addFaults(place, found, COMMITMENT_COLUMNS, faults);
    if (found.length === 0) right.push({ id, input, reference });
  });
  return right;
}

/** Commitments by their references: those of before, and those of the file with the date they bring. */
function datedOf(
  facts: ImportFacts,
  planned: readonly PlannedCommitment[],
  commitments: readonly NewCommitment[],
): ReadonlyMap<string, DatedCommitment> {
  const todays = new Map([...facts.organizations.values()].map(({ id, today }) => [id, today]));
  const right = new Map(commitments.map(({ id, input }) => [id, input]));
  const fresh = planned.map(({ id, reference }): [string, DatedCommitment] => {
    const input = right.get(id);
    const dueOn = input?.dueOn ?? null;
    return [
      reference,
      {
        ...{ id, dueOn, isRegular: false, scheduled: [] },
        state: input ? gatedState(input.actor, input) : null,
        today: todays.get(input?.actor ?? '') ?? facts.today,
        dueDates: dueOn === null ? [] : [dueOn],
      },
    ];
  });
  return new Map([...facts.commitments, ...fresh]);
}
