import type { Client } from 'pg';
import { practicesOf, type Exchange, type News } from './exchange.js';
import type { Course, Delivery } from './run.js';
import type { Verdict } from './judge.js';
import type { Reader, World } from './world.js';
import { localOf, works } from './zones.js';

interface SentRow {
  readonly kind: string;
  readonly record: string;
  readonly step: number;
  readonly person: string;
  readonly practice: string;
  readonly messageId: string;
}

const SENT = `select r.kind, r.record_id as record, r.step, r.person_id as person, r.practice_id as practice,
    m.message_id as "messageId"
  from practice_reminder r join mail m on m.id = r.mail_id where r.state = 'sent'`;

type Told = Pick<SentRow, 'kind' | 'record' | 'step' | 'person'>;
const keyOf = ({ kind, record, step, person }: Told): string =>
  `${kind} ${record} ${step} ${person}`;

/** Why nobody may be told of it at this instant; null: they may. */
function whyNot(world: World, { house, from, until }: News, at: number): string | null {
  if (at < from) return 'too early';
  if (at >= until) return 'after it was done or forgotten';
  const daysOff = world.daysOff.get(house.state ?? -1) ?? new Set<string>();
  return works(localOf(at, house.zone).day, daysOff) ? null : 'on a day off';
}

/** Whether the clock struck on three days on which the reader could have been told. */
function hadToGo(world: World, news: News, reader: Reader, strikes: readonly number[]): boolean {
  const days = strikes
    .filter((at) => at >= news.from && at < news.until && whyNot(world, news, at) === null)
    .map((at) => localOf(at, reader.zone))
    .filter(({ hour }) => hour >= 7);
  return new Set(days.map(({ day }) => day)).size >= 3;
}

/** Compares what arrived about practices with what the script says had to be told. */
export async function judgeExchange(
  database: Client,
  world: World,
  { news }: Exchange,
  { deliveries, strikes }: Course,
): Promise<Verdict> {
  const { rows: sent } = await database.query<SentRow>(SENT);
  const expected = new Map(
    news.flatMap((one) =>
      one.readers.map((reader) => [keyOf({ ...one, person: reader.id }), { news: one, reader }]),
    ),
  );
  const first = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    if (!first.has(delivery.messageId)) first.set(delivery.messageId, delivery);
  }
  const backed = new Set(sent.map(({ messageId, practice }) => `${messageId} ${practice}`));
  const arrived = new Set(sent.map(keyOf));
  const lost = [...expected].filter(
    ([key, one]) => !arrived.has(key) && hadToGo(world, one.news, one.reader, strikes),
  );
  const wrong = sent.flatMap((row) => {
    const wanted = expected.get(keyOf(row));
    const delivery = first.get(row.messageId);
    if (!wanted) return [`${keyOf(row)} concerns nobody`];
    if (!delivery) return [`${keyOf(row)} was noted as sent, but never arrived`];
    const why = whyNot(world, wanted.news, delivery.at);
    if (why !== null) return [`${keyOf(row)} ${why}`];
    const isNamed =
      practicesOf(delivery).includes(row.practice) && delivery.to === wanted.reader.email;
    return isNamed ? [] : [`${keyOf(row)} is not in its mail`];
  });
  const strange = deliveries.flatMap((delivery) =>
    practicesOf(delivery)
      .filter((practice) => !backed.has(`${delivery.messageId} ${practice}`))
      .map((practice) => `${delivery.to} was told of ${practice} for no reason`),
  );
  return {
    faults: {
      'news lost': lost.map(([key]) => key),
      'news wrong': wrong,
      'news without a reason': strange,
    },
    figures: {
      ...{ 'news expected at most': expected.size, 'news sent': arrived.size },
      'mails about practices': new Set(sent.map(({ messageId }) => messageId)).size,
    },
  };
}
