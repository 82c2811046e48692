import type { DemoSeeds } from '@enlace/contract/seeds';
import { addDays } from '@enlace/domain';
import { lookUp } from './insert-rows.js';
import type { PracticePlacing } from './practice-rows.js';
import { atNoon } from './sample-commitments.js';

type Row = Record<string, unknown>;
type Exchange = DemoSeeds['practice-exchange'];

/** What the rows of the exchange hang on, beside what those of practices do. */
export interface ExchangePlacing extends PracticePlacing {
  /** Practices by their key in the seeds. */
  readonly practices: ReadonlyMap<string, string>;
  /** Persons by user name. */
  readonly people: ReadonlyMap<string, string>;
}

/** Days after its assignment by which a review is due. */
const REVIEW_DAYS = 14;
/** Days ago when reviewers of samples were asked, and answered. */
const ASKED = 6;
const ANSWERED = 4;

/** Rows of one sample exchange by table. */
export type ExchangeRows = Readonly<
  Record<'adoption' | 'question' | 'practice_review' | 'practice_event', Row[]>
>;

type Told = (kind: string, days: number) => Row;

const teller = (
  { practices, organizations, today }: ExchangePlacing,
  practice: string,
  organization: string,
): Told => {
  const told = {
    practice_id: lookUp(practices, practice, 'practice'),
    organization_id: lookUp(organizations, organization, 'organization'),
    ...{ owner_only: false, facts: {} },
  };
  return (kind, days) => ({ ...told, kind, at: atNoon(addDays(today, -days)) });
};

function adoptionRow(seed: Exchange['adoptions'][number], placing: ExchangePlacing): Row {
  const { today, practices, organizations } = placing;
  const { result, use, language, adaptation, contact } = seed;
  const organization = lookUp(organizations, seed.organization, 'organization');
  const reported = result === null ? 'confirmed' : 'result-reported';
  return {
    practice_id: lookUp(practices, seed.practice, 'practice'),
    organization_id: organization,
    declared_by: lookUp(organizations, seed.declaredBy ?? seed.organization, 'organization'),
    state: seed.confirmed ? reported : 'declared',
    ...{ use, language, adaptation, contact, revision: 1 },
    started_on: addDays(today, -seed.startedDays),
    result: result?.is ?? null,
    why: result?.why ?? null,
    why_language: result === null ? null : language,
    result_on: result === null ? null : addDays(today, -result.days),
    created_at: atNoon(addDays(today, -seed.startedDays)),
    created_by: placing.person(seed.declaredBy ?? seed.organization),
  };
}

function adoptionEvents(seed: Exchange['adoptions'][number], placing: ExchangePlacing): Row[] {
  if (!seed.confirmed) return [];
  const told = teller(placing, seed.practice, seed.organization);
  return [
    told('adopted', seed.startedDays),
    ...(seed.result === null ? [] : [told('result-reported', seed.result.days)]),
  ];
}

function questionRow(seed: Exchange['questions'][number], placing: ExchangePlacing): Row {
  const { today, practices, organizations } = placing;
  const { answer, language, body } = seed;
  return {
    practice_id: lookUp(practices, seed.practice, 'practice'),
    organization_id: lookUp(organizations, seed.organization, 'organization'),
    ...{ language, body, revision: 1 },
    asked_at: atNoon(addDays(today, -seed.days)),
    asked_by: placing.person(seed.organization),
    answer: answer?.body ?? null,
    answer_language: answer?.language ?? null,
    answered_at: answer === null ? null : atNoon(addDays(today, -answer.days)),
  };
}

function questionEvents(
  seed: Exchange['questions'][number],
  placing: ExchangePlacing,
  owner: string,
): Row[] {
  const asked = teller(placing, seed.practice, seed.organization)('question-asked', seed.days);
  if (seed.answer === null) return [asked];
  const answered = teller(placing, seed.practice, owner)('question-answered', seed.answer.days);
  return [asked, answered];
}

function reviewRow(seed: Exchange['reviews'][number], placing: ExchangePlacing): Row {
  const { today, practices, organizations, people } = placing;
  const { done } = seed;
  return {
    ...{ practice_id: lookUp(practices, seed.practice, 'practice'), version: 1, revision: 1 },
    person_id: lookUp(people, seed.person, 'person'),
    organization_id: lookUp(organizations, seed.organization, 'organization'),
    state: done === null ? 'assigned' : 'done',
    ...{ scores: done?.scores ?? {}, proposal: done?.proposal ?? null },
    ...{ language: done?.language ?? 'es', comment: done?.comment ?? '' },
    no_conflict: done !== null,
    due_on: addDays(today, REVIEW_DAYS - ASKED),
    assigned_at: atNoon(addDays(today, -ASKED)),
    sent_at: done === null ? null : atNoon(addDays(today, -ANSWERED)),
  };
}

/** All rows of what others made of the sample practices. */
export function exchangeRows(demo: DemoSeeds, placing: ExchangePlacing): ExchangeRows {
  const { adoptions, questions, reviews } = demo['practice-exchange'];
  const owners = new Map(
    demo.practices.practices.map(({ key, organization }) => [key, organization]),
  );
  return {
    adoption: adoptions.map((seed) => adoptionRow(seed, placing)),
    question: questions.map((seed) => questionRow(seed, placing)),
    practice_review: reviews.map((seed) => reviewRow(seed, placing)),
    practice_event: [
      ...adoptions.flatMap((seed) => adoptionEvents(seed, placing)),
      ...questions.flatMap((seed) =>
        questionEvents(seed, placing, lookUp(owners, seed.practice, 'practice')),
      ),
    ],
  };
}
