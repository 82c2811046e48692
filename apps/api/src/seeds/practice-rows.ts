import type { DemoSeeds, PracticeSeed } from '@enlace/contract/seeds';
import { addDays, addMonths, type CalendarDate, type Language } from '@enlace/domain';
import { lookUp } from './insert-rows.js';
import { atNoon } from './sample-commitments.js';

/** What the rows of a practice hang on. */
export interface PracticePlacing {
  readonly today: CalendarDate;
  readonly notice: DemoSeeds['practices']['notice'];
  readonly person: (organization: string) => string;
  readonly organizations: ReadonlyMap<string, string>;
  readonly forums: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, number>;
  readonly provisions: ReadonlyMap<string, string>;
}

type Row = Record<string, unknown>;

/** Rows of one sample practice by table. */
export type PracticeRows = Readonly<
  Record<
    'practice' | 'practice_version' | 'practice_text' | 'practice_provision' | 'practice_event',
    Row[]
  >
>;

/** Days between sending a practice in and deciding on it, and within which it is decided. */
const REVIEW_DAYS = 21;
const DECISION_DAYS = 30;

/** The versions of a sample: what was returned is followed by the draft of the next one. */
const versionsOf = ({ state }: PracticeSeed): readonly { version: number; state: string }[] =>
  state === 'returned'
    ? [
        { version: 1, state },
        { version: 2, state: 'draft' },
      ]
    : [{ version: 1, state }];

/** The days of a sample's course: undecided ones were sent in last week. */
function daysOf(
  { state, publishedMonths }: PracticeSeed,
  today: CalendarDate,
): { readonly sent: CalendarDate | null; readonly decided: CalendarDate | null } {
  if (state === 'draft') return { sent: null, decided: null };
  if (publishedMonths !== null) {
    const decided = addMonths(today, publishedMonths);
    return { sent: addDays(decided, -REVIEW_DAYS), decided };
  }
  if (state !== 'returned') return { sent: addDays(today, -7), decided: null };
  return { sent: addDays(today, -REVIEW_DAYS - 3), decided: addDays(today, -3) };
}

function headOf(seed: PracticeSeed, { today, ...placing }: PracticePlacing): Row {
  const isOut = seed.publishedMonths !== null;
  const confirmed = seed.confirmedMonths ?? seed.publishedMonths;
  const { sent } = daysOf(seed, today);
  return {
    id: seed.id,
    organization_id: lookUp(placing.organizations, seed.organization, 'organization'),
    classification: seed.classification,
    forums: seed.forums.map((name) => lookUp(placing.forums, name, 'forum')),
    organizations: seed.organizations.map((name) =>
      lookUp(placing.organizations, name, 'organization'),
    ),
    withheld: seed.withheldFrom.map((code) => lookUp(placing.states, code, 'State')),
    audience_id: 0,
    current_version: isOut ? 1 : null,
    open_version: isOut ? null : versionsOf(seed).length,
    published_on: seed.publishedMonths === null ? null : addMonths(today, seed.publishedMonths),
    confirmed_on: confirmed === null ? null : addMonths(today, confirmed),
    withdraw_reason: seed.state === 'withdrawn' ? seed.reason : null,
    revision: 1,
    created_at: atNoon(addDays(sent ?? today, -14)),
    created_by: placing.person(seed.organization),
  };
}

function versionRow(
  seed: PracticeSeed,
  { version, state }: { readonly version: number; readonly state: string },
  { today, states, person }: PracticePlacing,
): Row {
  const { sent, decided } = version === 1 ? daysOf(seed, today) : { sent: null, decided: null };
  return {
    ...{ practice_id: seed.id, version, state, themes: seed.themes },
    states: seed.states.map((code) => lookUp(states, code, 'State')),
    running_since: seed.runningSince === null ? null : `${seed.runningSince}-01`,
    ...{ people: seed.people, set_up_months: seed.setUpMonths, cost_band: seed.costBand },
    evidence_strength: seed.evidenceStrength,
    created_at: atNoon(addDays(sent ?? today, -14)),
    submitted_at: sent === null ? null : atNoon(sent),
    submitted_by: sent === null ? null : person(seed.organization),
    decision_due_on: sent === null ? null : addDays(sent, DECISION_DAYS),
    decided_at: decided === null ? null : atNoon(decided),
    return_reason: state === 'returned' ? seed.reason : null,
  };
}

function textRows(seed: PracticeSeed, version: number, { notice }: PracticePlacing): Row[] {
  return Object.entries(seed.texts).map(([language, words]) => ({
    ...{ practice_id: seed.id, version, language, title: words.title },
    status: language === seed.language ? 'original' : seed.translations,
    summary: `${words.summary} ${notice[language as Language]}`,
    ...{ problem: words.problem, legal_basis: words.legalBasis, steps: words.steps },
    ...{ who_does_what: words.whoDoesWhat, resources: words.resources, findings: words.findings },
    ...{ conditions: words.conditions, did_not_work: words.didNotWork },
  }));
}

function eventRows(seed: PracticeSeed, { today, organizations }: PracticePlacing): Row[] {
  const { sent, decided } = daysOf(seed, today);
  const told = (kind: string, day: CalendarDate, ownerOnly: boolean, facts: object): Row => ({
    ...{ practice_id: seed.id, kind, at: atNoon(day), owner_only: ownerOnly, facts },
    organization_id: lookUp(organizations, seed.organization, 'organization'),
  });
  const [reason, version] = [seed.reason, 1];
  return [
    told('begun', addDays(sent ?? today, -14), true, {}),
    ...(sent === null ? [] : [told('submitted', sent, true, { version })]),
    ...(seed.state === 'returned' && decided !== null
      ? [told('returned', decided, true, { version })]
      : []),
    ...(seed.publishedMonths !== null && decided !== null
      ? [told('published', decided, false, { version })]
      : []),
    ...(seed.state === 'withdrawn'
      ? [told('withdrawn', addDays(today, -30), false, { reason })]
      : []),
  ];
}

/** All rows of one sample practice but what others made of it. */
export function practiceRows(seed: PracticeSeed, placing: PracticePlacing): PracticeRows {
  const versions = versionsOf(seed);
  return {
    practice: [headOf(seed, placing)],
    practice_version: versions.map((one) => versionRow(seed, one, placing)),
    practice_text: versions.flatMap(({ version }) => textRows(seed, version, placing)),
    practice_provision: versions.flatMap(({ version }) =>
      seed.provisions.map((number) => ({
        ...{ practice_id: seed.id, version },
        provision_id: lookUp(placing.provisions, number, 'provision'),
      })),
    ),
    practice_event: eventRows(seed, placing),
  };
}
