import type { Client } from 'pg';
import { expectations, hadToGo, whyNot, type Expected } from './oracle.js';
import type { Course, Delivery } from './run.js';
import type { Owed } from './script.js';
import { practicesOf } from './exchange.js';
import { GONE, type Reader, type World } from './world.js';
import { localOf } from './zones.js';

interface ReminderRow {
  readonly dueDate: string;
  readonly step: number;
  readonly person: string;
  readonly state: string;
  readonly messageId: string | null;
}

/** What was found wrong, by kind, and the figures beside it. */
export interface Verdict {
  readonly faults: Readonly<Record<string, readonly string[]>>;
  readonly figures: Readonly<Record<string, number>>;
}

const ROWS = `select r.due_date_id as "dueDate", r.step, r.person_id as person, r.state, m.message_id as "messageId"
  from reminder r left join mail m on m.id = r.mail_id`;

const keyOf = (dueDate: string, step: number, person: string): string =>
  `${dueDate} ${step} ${person}`;

/** The due dates that a mail names. */
function linesOf({ text }: Delivery, byAddress: ReadonlyMap<string, Owed>): (Owed | string)[] {
  const found = text.matchAll(/\/commitments\/([0-9a-f-]{36}\?due=\d{4}-\d\d-\d\d)/g);
  return [...found].map(([, address = '']) => byAddress.get(address) ?? address);
}

/** Mails by their Message-ID, repeats together. */
function mailsOf(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly Delivery[]> {
  const mails = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    mails.set(delivery.messageId, [...(mails.get(delivery.messageId) ?? []), delivery]);
  }
  return mails;
}

/** At most one mail, repeats aside, a person and day of theirs, and none before seven. */
function tooMany(
  mails: ReadonlyMap<string, readonly Delivery[]>,
  readers: ReadonlyMap<string, Reader>,
): string[] {
  const days = new Map<string, string>();
  const faults: string[] = [];
  for (const [messageId, deliveries] of mails) {
    for (const { to, at } of deliveries) {
      const reader = readers.get(to);
      const { day, hour } = localOf(at, reader?.zone ?? 'UTC');
      if (!reader) faults.push(`${to} is nobody`);
      if (hour < 7) faults.push(`${to} was written to at ${hour} on ${day}`);
      const other = days.get(`${to} ${day}`) ?? messageId;
      if (other !== messageId) faults.push(`${to} has two mails on ${day}`);
      days.set(`${to} ${day}`, messageId);
    }
  }
  return faults;
}

/** Lines that should not have been in the mail they were in. */
function wrongLines(
  world: World,
  course: Course,
  rows: readonly ReminderRow[],
  script: readonly Owed[],
): string[] {
  const byAddress = new Map(script.map((owed) => [`${owed.commitment}?due=${owed.dueOn}`, owed]));
  const backed = new Set(rows.map(({ messageId, dueDate }) => `${messageId ?? ''} ${dueDate}`));
  return course.deliveries.flatMap((delivery) => {
    const lines = linesOf(delivery, byAddress);
    const twice =
      new Set(lines).size < lines.length ? [`${delivery.messageId} names one twice`] : [];
    const bad = lines.flatMap((line) => {
      if (typeof line === 'string') return [`${delivery.messageId} names an unknown date`];
      const why = whyNot(world, line, delivery.at);
      const told = `${line.dueOn} of ${line.id} to ${delivery.to}`;
      if (why !== null) return [`${told} ${why}`];
      return backed.has(`${delivery.messageId} ${line.id}`) ? [] : [`${told} without a step`];
    });
    const isEmpty = lines.length === 0 && practicesOf(delivery).length === 0;
    return isEmpty ? [`${delivery.messageId} says nothing`] : [...twice, ...bad];
  });
}

/** Steps that went out before their day, or to whom they do not concern. */
function earlyOrStrange(
  sent: readonly ReminderRow[],
  expected: ReadonlyMap<string, Expected>,
  mails: ReadonlyMap<string, readonly Delivery[]>,
): { early: string[]; strange: string[]; undelivered: string[] } {
  const faults = { early: [] as string[], strange: [] as string[], undelivered: [] as string[] };
  for (const { dueDate, step, person, messageId } of sent) {
    const key = keyOf(dueDate, step, person);
    const wanted = expected.get(key);
    const first = mails.get(messageId ?? '')?.[0];
    if (!wanted) faults.strange.push(key);
    else if (!first) faults.undelivered.push(`${key} was noted as sent, but never arrived`);
    else if (localOf(first.at, wanted.owed.owner.zone).day < wanted.day) {
      faults.early.push(`${key} at ${new Date(first.at).toISOString()}, not from ${wanted.day} on`);
    }
  }
  return faults;
}

/** Compares what arrived with what the oracle expects. */
export async function judge(
  database: Client,
  world: World,
  script: readonly Owed[],
  course: Course,
): Promise<Verdict> {
  const { rows } = await database.query<ReminderRow>(ROWS);
  const expected = new Map(
    expectations(world, script).map((one) => [keyOf(one.owed.id, one.step, one.reader.id), one]),
  );
  const mails = mailsOf(course.deliveries);
  const readers = new Map(world.readers.map((reader) => [reader.email, reader]));
  const sent = rows.filter(({ state }) => state === 'sent');
  const arrived = new Set(sent.map(({ dueDate, step, person }) => keyOf(dueDate, step, person)));
  const missing = [...expected].filter(([key]) => !arrived.has(key)).map(([, one]) => one);
  const lost = missing.filter(
    (one) => one.reader.email !== GONE && hadToGo(world, one, course.strikes),
  );
  const repeats = course.deliveries.length - mails.size;
  const { rows: counted } = await database.query<{ failed: number; repeated: number }>(
    `select count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where attempts > 1)::int as repeated from mail`,
  );
  const refusals = course.refused - (counted[0]?.failed ?? 0);
  const uncounted = [...mails.values()].filter((of) => of.length > 1).length - course.killedAfter;
  return {
    faults: {
      'steps lost': lost.map(({ owed, step, reader }) => keyOf(owed.id, step, reader.email)),
      ...earlyOrStrange(sent, expected, mails),
      'wrong lines': wrongLines(world, course, rows, script),
      'too many mails': tooMany(mails, readers),
      'sent twice': sent.length > arrived.size ? ['a step has two rows'] : [],
      'repeats that no kill explains': uncounted === 0 ? [] : [String(uncounted)],
      'refusals not noted': refusals === 0 ? [] : [String(refusals)],
    },
    figures: {
      ...{ 'due dates': script.length, 'steps expected at most': expected.size },
      ...{ 'steps sent': arrived.size, mails: mails.size, repeats },
      'mails attempted again': counted[0]?.repeated ?? 0,
      'stopped, put off or refused in time': missing.length - lost.length,
      ...{ strikes: course.strikes.length, outages: course.outages },
      ...{ 'mail outages': course.mailOutages, 'clock jumps': course.jumps },
      ...{ 'kill -9 before the server took it': course.killedBefore },
      ...{ 'kill -9 after it took it': course.killedAfter, refusals: course.refused },
    },
  };
}
