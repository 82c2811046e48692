import type { Client } from 'pg';
import { HOUR, START, uuid } from './script.js';
import type { Delivery, Happening } from './run.js';
import type { Reader, World } from './world.js';
import { localOf, shifted } from './zones.js';

const DAY = 24 * HOUR;
const PRACTICES = 40;
const QUESTIONS = 150;
const ADOPTIONS = 80;
const MONTHS_TO_RESULT = 12;
const RESULT_STEPS = [0, 30];
/** After so many days nobody is told any more of what they were not told. */
const NEWS_DAYS = 30;

const EDITORS = ['practice-editor'];
const ADOPTERS = ['practice-editor', 'national-coordinator'];

/** An organization that posts practices, uses them or asks about them. */
interface House {
  readonly id: string;
  readonly state: number | null;
  readonly zone: string;
}

/** Something of a practice that certain people are told once. */
export interface News {
  readonly kind: 'question-asked' | 'question-answered' | 'result-due';
  readonly record: string;
  readonly step: number;
  readonly practice: string;
  /** For which they work; its working days count. */
  readonly house: House;
  readonly readers: readonly Reader[];
  /** Nobody is told before, nor from the end on. */
  readonly from: number;
  readonly until: number;
}

/** All that happens to practices, and what has to be told of it. */
export interface Exchange {
  readonly news: readonly News[];
  readonly happenings: readonly Happening[];
}

/** The practices that a mail names. */
export const practicesOf = ({ text }: Delivery): string[] =>
  [...text.matchAll(/\/practices\/([0-9a-f-]{36})/g)].map(([, practice = '']) => practice);

const HOUSES = `select o.id, o.state_id as state, o.time_zone as zone from organization o
  where exists (select 1 from membership m join person p on p.id = m.person_id and p.email is not null
    where m.organization_id = o.id and m.valid_to is null and m.functions && $1) order by o.alias`;

const peopleOf = (world: World, house: House, functions: readonly string[]): Reader[] =>
  world.readers.filter(({ memberships }) =>
    memberships.some(
      (one) =>
        one.organization === house.id && one.functions.some((name) => functions.includes(name)),
    ),
  );

/** Midnight at which a day begins in a zone, to the hour. */
function beginOf(day: string, zone: string): number {
  let at = Date.parse(`${day}T12:00:00Z`) - 30 * HOUR;
  while (localOf(at, zone).day < day) at += HOUR / 2;
  return at;
}

function yearAfter(day: string): string {
  const [year, ...rest] = day.split('-');
  return [Number(year) + MONTHS_TO_RESULT / 12, ...rest].join('-');
}

/** Writes what happens to practices in three years, the same for each seed. */
class ExchangeWriter {
  readonly news: News[] = [];
  readonly happenings: Happening[] = [];

  constructor(
    private readonly world: World,
    private readonly random: () => number,
  ) {}

  /** A question, which is answered sooner, later or never; the answer is told to who asked. */
  ask(practice: string, owner: House, asking: House): void {
    const [asker] = peopleOf(this.world, asking, ADOPTERS);
    if (!asker) return;
    const record = uuid(this.random);
    const at = START + HOUR + this.random() * 1000 * DAY;
    const isAnswered = this.random() < 0.7;
    const answeredAt = isAnswered ? at + HOUR + this.random() ** 2 * 60 * DAY : Infinity;
    this.happenings.push({
      ...{ at, values: [record, practice, asking.id, asker.id] },
      sql: `insert into question (id, practice_id, organization_id, language, body, asked_by) values ($1, $2, $3, 'es', 'x', $4)`,
    });
    const told = { record, step: 0, practice };
    this.news.push({
      ...{ ...told, kind: 'question-asked', house: owner, from: at },
      readers: peopleOf(this.world, owner, EDITORS),
      until: Math.min(answeredAt, at + NEWS_DAYS * DAY),
    });
    if (!isAnswered) return;
    this.happenings.push({
      ...{ at: answeredAt, values: [record] },
      sql: `update question set answer = 'x', answer_language = 'es', answered_at = enlace_now() where id = $1`,
    });
    this.news.push({
      ...{ ...told, kind: 'question-answered', house: asking, readers: [asker] },
      ...{ from: answeredAt, until: answeredAt + NEWS_DAYS * DAY },
    });
  }

  /** A use that began in the first two years; what came of it is told in time, late or never. */
  adopt(practice: string, house: House): void {
    const record = uuid(this.random);
    const at = START + HOUR + this.random() * 700 * DAY;
    const startedOn = localOf(at, house.zone).day.replace(/-29$/, '-28');
    const due = yearAfter(startedOn);
    const isReported = this.random() < 0.6;
    const reportedAt = isReported
      ? beginOf(due, house.zone) + (this.random() * 80 - 20) * DAY
      : Infinity;
    const readers = peopleOf(this.world, house, ADOPTERS);
    this.happenings.push({
      ...{ at, values: [record, practice, house.id, startedOn] },
      sql: `insert into adoption (id, practice_id, organization_id, declared_by, state, use, language, adaptation,
          started_on, contact, created_by) values ($1, $2, $3, $3, 'confirmed', 'in-use', 'es', 'x', $4, '', $1)`,
    });
    if (isReported) {
      this.happenings.push({
        ...{ at: reportedAt, values: [record] },
        sql: `update adoption set state = 'result-reported', result = 'worked', why = 'x',
          why_language = 'es', result_on = enlace_now()::date where id = $1`,
      });
    }
    for (const step of RESULT_STEPS) {
      const from = beginOf(shifted(due, step), house.zone);
      const until = Math.min(reportedAt, beginOf(shifted(due, step + NEWS_DAYS), house.zone));
      this.news.push({ kind: 'result-due', record, step, practice, house, readers, from, until });
    }
  }
}

async function publish(database: Client, practice: string, owner: House): Promise<void> {
  await database.query(
    `insert into practice (id, organization_id, classification, audience_id, current_version, published_on,
       confirmed_on, created_by) values ($1, $2, 'public', 0, 1, '2020-01-01', '2040-01-01', $1)`,
    [practice, owner.id],
  );
  await database.query(
    `insert into practice_version (practice_id, version, state, themes, states, decided_at)
     values ($1, 1, 'published', '{asylum}', '{}', '2020-01-01')`,
    [practice],
  );
  await database.query(
    `insert into practice_text (practice_id, version, language, status, title) values ($1, 1, 'es', 'original', 'x')`,
    [practice],
  );
  await database.query('select refresh_practice_audience($1)', [practice]);
}

/** Publishes practices that everybody reads, and writes what people ask about them and make of them. */
export async function writeExchange(
  database: Client,
  world: World,
  random: () => number,
): Promise<Exchange> {
  const { rows: owners } = await database.query<House>(HOUSES, [EDITORS]);
  const { rows: users } = await database.query<House>(HOUSES, [ADOPTERS]);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('Nobody has practices.');
    return one;
  };
  const practices: { id: string; owner: House }[] = [];
  while (practices.length < PRACTICES) {
    const practice = { id: uuid(random), owner: pick(owners) };
    await publish(database, practice.id, practice.owner);
    practices.push(practice);
  }
  const writer = new ExchangeWriter(world, random);
  for (let index = 0; index < QUESTIONS; index += 1) {
    const { id, owner } = pick(practices);
    writer.ask(id, owner, pick(users.filter((user) => user.id !== owner.id)));
  }
  const uses = new Set<string>();
  while (uses.size < ADOPTIONS) {
    const { id, owner } = pick(practices);
    const user = pick(users);
    if (user.id === owner.id || uses.has(`${id} ${user.id}`)) continue;
    uses.add(`${id} ${user.id}`);
    writer.adopt(id, user);
  }
  return writer;
}
