import type {
  CommitmentSeed,
  CourseReport,
  CourseSeed,
  DemoSeeds,
  Said,
} from '@enlace/contract/seeds';
import { addDays, addMonths, dayIn, type CalendarDate } from '@enlace/domain';
import { lookUp } from './insert-rows.js';
import { sampleFraction } from './sample-random.js';

/** Languages in which the demo's authorities write. */
export type Spoken = keyof Said;

type Organization = DemoSeeds['organizations']['organizations'][number];
type Texts = DemoSeeds['commitment-texts'];

/** An organization and the person of the demo who writes for it. */
export interface Writer {
  readonly organizationId: string;
  readonly personId: string;
  readonly language: Spoken;
}

/** A progress report of a sample commitment, with its days. */
export interface SampleProgress extends CourseReport {
  readonly dueOn: CalendarDate;
  /** Days of the submissions: two where the first was returned. */
  readonly submittedOn: readonly CalendarDate[];
  readonly returnedOn: CalendarDate | null;
  readonly acceptedOn: CalendarDate | null;
  readonly publishedOn: CalendarDate | null;
}

/** A sample commitment with its people, texts and days. */
export interface SampleCommitment {
  readonly seed: CommitmentSeed;
  readonly course: CourseSeed;
  readonly state: string;
  readonly actor: Writer;
  readonly text: Texts['provisions'][number];
  readonly kind: Texts['kinds'][string];
  readonly today: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly deliveredOn: CalendarDate | null;
  /** In order; the last is the commitment's own. */
  readonly dates: readonly CalendarDate[];
  readonly reports: readonly SampleProgress[];
}

const DAYS_TO_ACCEPT = 5;
const DAYS_TO_PUBLISH = 7;
const DAYS_TO_RETURN_AGAIN = 3;

/** Who writes for an organization: with the function where one is named, else whoever comes first. */
export function writerOf(
  demo: DemoSeeds,
  organization: { readonly id: string; readonly alias: string },
  wanted?: string,
): Writer {
  const person = demo.people.people.find(({ memberships }) =>
    memberships.some(
      (one) =>
        one.organization === organization.alias &&
        one.to === null &&
        (wanted === undefined || one.functions.some((name) => name === wanted)),
    ),
  );
  if (!person) throw new Error(`The demo has nobody to write for ${organization.alias}`);
  const language = person.language === 'fr' ? 'en' : person.language;
  return { organizationId: organization.id, personId: person.id, language };
}

/** The instant at which something of a day happened: noon in the Americas, the same day in all zones. */
export const atNoon = (day: CalendarDate): string => `${day}T17:00:00Z`;

function datesOf(
  { dates, shiftDays }: CourseSeed,
  id: string,
  today: CalendarDate,
): CalendarDate[] {
  if (dates === null) return [];
  const [least, most] = shiftDays;
  const shift = least + Math.floor(sampleFraction(id) * (most - least + 1));
  const first = addDays(addMonths(today, dates.firstMonths), -shift);
  return Array.from({ length: dates.count }, (_none, index) =>
    addMonths(first, index * dates.everyMonths),
  );
}

function progressOf(report: CourseReport, dates: readonly CalendarDate[]): SampleProgress {
  const dueOn = dates[report.date];
  if (dueOn === undefined) throw new Error('A report of the seeds has no due date');
  if (report.afterDays === null) {
    return {
      ...report,
      dueOn,
      submittedOn: [],
      returnedOn: null,
      acceptedOn: null,
      publishedOn: null,
    };
  }
  const first = addDays(dueOn, report.afterDays);
  const returnedOn =
    report.returnedAfterDays === null ? null : addDays(first, report.returnedAfterDays);
  const again = returnedOn !== null && report.state !== 'returned';
  const last = again ? addDays(returnedOn, DAYS_TO_RETURN_AGAIN) : first;
  const accepted = report.state === 'accepted' || report.state === 'published';
  return {
    ...{ ...report, dueOn, returnedOn, submittedOn: again ? [first, last] : [first] },
    acceptedOn: accepted ? addDays(last, DAYS_TO_ACCEPT) : null,
    publishedOn: report.state === 'published' ? addDays(last, DAYS_TO_PUBLISH) : null,
  };
}

function sample(
  demo: DemoSeeds,
  seed: CommitmentSeed,
  actor: Organization,
  now: Date,
): SampleCommitment {
  const { commitments, 'commitment-texts': texts } = demo;
  const course = lookUp(new Map(Object.entries(commitments.courses)), seed.course, 'course');
  const today = dayIn(now, actor.timeZone);
  const dates = datesOf(course, seed.id, today);
  const text = texts.provisions.find(({ provision }) => provision === seed.provisions[0]);
  if (!text) throw new Error(`The seeds have no text for ${String(seed.provisions[0])}`);
  const own = dates.at(-1);
  const { deliveredAfterDays: delivered, closedMonths: closed } = course;
  return {
    ...{ seed, course, text, today, dates, state: actor.state ?? '' },
    actor: writerOf(demo, actor, 'commitment-owner'),
    kind: lookUp(new Map(Object.entries(texts.kinds)), text.kind, 'kind of commitment'),
    recordedOn: addMonths(today, course.recordedMonths),
    closedOn: closed === null ? null : addMonths(today, closed),
    deliveredOn: delivered === null || own === undefined ? null : addDays(own, delivered),
    reports: course.reports.map((report) => progressOf(report, dates)),
  };
}

/** All sample commitments of the demo as of `now`. */
export function sampleCommitments(demo: DemoSeeds, now: Date): SampleCommitment[] {
  const organizations = new Map(demo.organizations.organizations.map((one) => [one.alias, one]));
  return demo.commitments.commitments.map((seed) =>
    sample(demo, seed, lookUp(organizations, seed.organization, 'organization'), now),
  );
}
