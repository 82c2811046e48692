import { randomUUID } from 'node:crypto';
import type { DemoSeeds } from '@enlace/contract/seeds';
import { addDays } from '@enlace/domain';
import type { SampleEvent } from './commitment-events.js';
import type { CommitmentSheets } from './commitment-sheets.js';
import { atNoon, type SampleCommitment, type Spoken, type Writer } from './sample-commitments.js';

/** What the rows of a commitment hang on. */
export interface Placing {
  readonly demo: DemoSeeds;
  readonly forumId: string;
  readonly stateId: number;
  readonly secretariat: Writer;
  readonly provision: (number: string) => string;
  readonly organization: (alias: string) => string;
}

/** Translated into the other large language of the region. */
const TRANSLATED: Readonly<Record<Spoken, Spoken>> = { es: 'en', en: 'es', pt: 'es' };
const WEIGHTS = [30, 30, 40];

function addTexts(sheets: CommitmentSheets, sample: SampleCommitment, { demo }: Placing): void {
  const { seed, course, actor, text } = sample;
  const { notice } = demo.commitments;
  const languages = seed.translated
    ? [actor.language, TRANSLATED[actor.language]]
    : [actor.language];
  for (const [index, language] of languages.entries()) {
    const { title, deliverable, verification } = text.texts[language];
    const unverified = course.missing === 'verification';
    sheets.add('commitment_text', {
      ...{ commitment_id: seed.id, language, status: index === 0 ? 'original' : 'human', title },
      deliverable:
        course.missing === 'deliverable'
          ? null
          : unverified
            ? `${deliverable}. ${notice[language]}`
            : deliverable,
      verification: unverified ? null : `${verification}. ${notice[language]}`,
    });
  }
}

function addActions(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  { demo }: Placing,
): SampleEvent[] {
  const { seed, course, actor, kind, recordedOn, dates } = sample;
  const until = dates.at(-1) ?? recordedOn;
  return course.actions.map((state, index) => {
    const title = kind.actions[index]?.[actor.language] ?? '';
    sheets.add('commitment_action', {
      ...{ commitment_id: seed.id, title, organization_id: actor.organizationId, state },
      ...{ from_on: recordedOn, to_on: until, weight: WEIGHTS[index] },
      drop_reason:
        state === 'dropped' ? demo['commitment-texts'].reasons.actionDropped[actor.language] : null,
      created_at: atNoon(recordedOn),
    });
    return { kind: 'action-added', at: atNoon(recordedOn), organizationId: '', facts: { title } };
  });
}

function addIndicator(sheets: CommitmentSheets, sample: SampleCommitment, id: string): SampleEvent {
  const { seed, actor, kind, recordedOn } = sample;
  const { definition, unit, source, ...numbers } = kind.indicator;
  const { language } = actor;
  sheets.add('indicator', {
    ...{ id, commitment_id: seed.id, ...numbers, created_at: atNoon(recordedOn) },
    ...{ definition: definition[language], unit: unit[language], source: source[language] },
  });
  const facts = { definition: definition[language] };
  return { kind: 'indicator-added', at: atNoon(recordedOn), organizationId: '', facts };
}

/** Owners put reminders off, so that a secretariat finds somebody to remind by hand on any day. */
function addSnooze(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  ids: readonly string[],
  { demo }: Placing,
): void {
  const { seed, actor, dates, today } = sample;
  if (seed.snoozeDays === undefined) return;
  const owed = dates.findLastIndex((dueOn) => dueOn < today);
  sheets.add('snooze', {
    ...{
      due_date_id: ids[owed],
      organization_id: actor.organizationId,
      created_by: actor.personId,
    },
    ...{ until_on: addDays(today, seed.snoozeDays), created_at: atNoon(addDays(today, -1)) },
    reason: demo['commitment-texts'].reasons.snoozed[actor.language],
  });
}

/** Due dates with what became of them; returns their ids in order. */
function addDates(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  { demo }: Placing,
): { readonly ids: readonly string[]; readonly events: readonly SampleEvent[] } {
  const { seed, course, actor, dates, recordedOn } = sample;
  const reason = demo['commitment-texts'].reasons.waived[actor.language];
  const events: SampleEvent[] = [];
  const ids = dates.map((dueOn, index) => {
    const id = randomUUID();
    const waived = course.waived.includes(index);
    const report = sample.reports.find(({ date }) => date === index);
    sheets.add('due_date', {
      ...{ id, commitment_id: seed.id, due_on: dueOn, final: index === dates.length - 1 },
      ...{ created_at: atNoon(recordedOn), reported_on: report?.submittedOn[0] ?? null },
      waived_at: waived ? atNoon(addDays(dueOn, -4)) : null,
      waive_reason: waived ? reason : null,
    });
    if (waived) {
      const facts = { dueOn, reason };
      events.push({
        kind: 'due-date-waived',
        at: atNoon(addDays(dueOn, -4)),
        organizationId: '',
        facts,
      });
    }
    return id;
  });
  const frequency = course.dates?.everyMonths;
  if (dates.length > 1 && frequency !== undefined) {
    sheets.add('reporting_schedule', {
      ...{
        commitment_id: seed.id,
        first_on: dates[0],
        every_months: frequency,
        ends_on: dates.at(-1),
      },
    });
    const facts = { added: dates.slice(0, -1), removed: [] };
    events.push({ kind: 'schedule-set', at: atNoon(recordedOn), organizationId: '', facts });
  }
  return { ids, events };
}

/** The commitment with all that its secretariat writes; returns ids for its reports and its events. */
export function addCommitment(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  placing: Placing,
): {
  readonly dateIds: readonly string[];
  readonly indicatorId: string | null;
  readonly events: SampleEvent[];
} {
  const { seed, course, actor, recordedOn, dates } = sample;
  const { demo, secretariat } = placing;
  const gated = course.missing === null;
  sheets.add('commitment', {
    ...{ id: seed.id, organization_id: actor.organizationId, state_id: placing.stateId },
    ...{
      forum_id: placing.forumId,
      secretariat_id: secretariat.organizationId,
      state: course.state,
    },
    ...{ due_on: dates.at(-1) ?? null, delivered_on: sample.deliveredOn },
    ...{ classification: seed.classification, audience_id: 0, revision: 1 },
    ...{ created_at: atNoon(recordedOn), created_by: secretariat.personId },
    accepted_at: gated ? atNoon(recordedOn) : null,
    drop_reason:
      course.state === 'dropped' ? demo['commitment-texts'].reasons.dropped[actor.language] : null,
    superseded_by: null,
  });
  addTexts(sheets, sample, placing);
  for (const number of seed.provisions) {
    sheets.add('commitment_provision', {
      commitment_id: seed.id,
      provision_id: placing.provision(number),
    });
  }
  for (const alias of seed.partners) {
    const part = demo['commitment-texts'].part[actor.language];
    const organization_id = placing.organization(alias);
    sheets.add('commitment_partner', { commitment_id: seed.id, organization_id, part });
  }
  const facts = { state: gated ? 'accepted' : 'aspiration' };
  const events: SampleEvent[] = [
    { kind: 'recorded', at: atNoon(recordedOn), organizationId: '', facts },
    ...addActions(sheets, sample, placing),
  ];
  const indicatorId = course.indicator ? randomUUID() : null;
  if (indicatorId !== null) events.push(addIndicator(sheets, sample, indicatorId));
  const placed = addDates(sheets, sample, placing);
  addSnooze(sheets, sample, placed.ids, placing);
  events.push(...placed.events, ...closing(sample, placing));
  const by = secretariat.organizationId;
  return {
    ...{ dateIds: placed.ids, indicatorId },
    events: events.map((event) => ({ ...event, organizationId: by })),
  };
}

/** How the commitment ended, where it has. */
function closing(
  { seed, course, actor, reports, ...sample }: SampleCommitment,
  { demo }: Placing,
): SampleEvent[] {
  const last = reports.at(-1)?.acceptedOn;
  if (course.state === 'done' && last) {
    const facts = { deliveredOn: sample.deliveredOn };
    return [{ kind: 'done', at: atNoon(addDays(last, 1)), organizationId: '', facts }];
  }
  if (sample.closedOn === null) return [];
  const at = atNoon(sample.closedOn);
  return course.state === 'superseded'
    ? [{ kind: 'superseded', at, organizationId: '', facts: { by: seed.supersededBy } }]
    : [
        {
          kind: 'dropped',
          at,
          organizationId: '',
          facts: { reason: demo['commitment-texts'].reasons.dropped[actor.language] },
        },
      ];
}
