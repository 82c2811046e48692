import type { Client as Database } from 'pg';
import type { TestSystem } from '../../system.js';
import { told, type Ledger } from './ledger.js';

/** What was found of the mails. */
interface Mailed {
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** Reminders by hand of each commitment. */
const ASKED_FOR = `select d.commitment_id::text as id, count(*) filter (where r.state = 'sent')::int as sent,
    count(*) filter (where r.state <> 'sent')::int as other
  from reminder r join due_date d on d.id = r.due_date_id where r.requested_on is not null group by 1`;

/**
 * Every reminder of either kind with its mail, the place that its line points at, and whether it had to go
 * by now. Those about practices are made every day, and wait for a working day that had no mail yet.
 */
const REMINDERS = `
  select r.state, true as "hadToGo", m.message_id as "messageId", '/commitments/' || d.commitment_id as place
    from reminder r join due_date d on d.id = r.due_date_id left join mail m on m.id = r.mail_id
  union all
  select r.state, r.created_at < enlace_now() - interval '7 days', m.message_id, '/practices/'
      || case when r.kind like 'review-%' then 'reviews/' || r.record_id else r.practice_id::text end
    from practice_reminder r left join mail m on m.id = r.mail_id`;

const PLACE = /\/(?:commitments|practices|practices\/reviews)\/[0-9a-f-]{36}/g;

/** Each reminder by hand that was acknowledged reached everybody whom the answer counted. */
async function proveAskedFor(database: Database, { records }: Ledger): Promise<string[]> {
  const { rows } = await database.query<{ id: string; sent: number; other: number }>(ASKED_FOR);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return records.flatMap((record) => {
    if (record.reminded === undefined) return [];
    const { sent, other } = byId.get(record.id) ?? { sent: 0, other: 0 };
    if (sent === record.reminded && other === 0) return [];
    return [`${sent} sent, ${other} not, of ${record.reminded} reminders of ${told(record)}`];
  });
}

/** What the mail server took and what the database says it took are the same mails. */
function compareMails(
  rows: readonly { readonly messageId: string; readonly state: string }[],
  arrived: ReadonlySet<string>,
): string[] {
  const known = new Set(rows.map(({ messageId }) => messageId));
  const sent = new Set(rows.filter(({ state }) => state === 'sent').map((row) => row.messageId));
  return [
    ...rows
      .filter(({ state }) => state === 'queued' || state === 'failed')
      .map(({ messageId, state }) => `${messageId} is ${state}`),
    ...[...sent].filter((id) => !arrived.has(id)).map((id) => `${id} is said to be sent`),
    ...[...arrived].filter((id) => !known.has(id)).map((id) => `${id} came from nowhere`),
  ];
}

/** Each reminder is told in its one mail, however often that came, and each line of a mail is one. */
function compareLines(
  mails: TestSystem['mail']['mails'],
  reminders: readonly { readonly messageId: string | null; readonly place: string }[],
): string[] {
  const lines = new Set(
    mails.flatMap(({ messageId, text }) =>
      [...text.matchAll(PLACE)].map(([place]) => `${messageId} ${place}`),
    ),
  );
  const owed = new Set(reminders.map(({ messageId, place }) => `${messageId ?? ''} ${place}`));
  return [
    ...[...owed].filter((line) => !lines.has(line)).map((line) => `not told: ${line}`),
    ...[...lines].filter((line) => !owed.has(line)).map((line) => `told without cause: ${line}`),
  ];
}

/** Every reminder went out in one mail, no mail says anything else, and what a kill cut off came again. */
export async function proveMails(
  system: TestSystem,
  database: Database,
  { ledger, cutOff }: { readonly ledger: Ledger; readonly cutOff: readonly string[] },
): Promise<Mailed> {
  const { rows: mails } = await database.query<{ messageId: string; state: string }>(
    'select message_id as "messageId", state from mail',
  );
  const { rows: reminders } = await database.query<{
    state: string;
    hadToGo: boolean;
    messageId: string | null;
    place: string;
  }>(REMINDERS);
  const sent = reminders.filter(({ state }) => state === 'sent');
  const waiting = reminders.filter(({ state, hadToGo }) => state === 'queued' && hadToGo);
  const times = new Map<string, number>();
  for (const { messageId } of system.mail.mails) {
    times.set(messageId, (times.get(messageId) ?? 0) + 1);
  }
  return {
    faults: [
      ...(await proveAskedFor(database, ledger)),
      ...waiting.map(({ place }) => `a reminder of ${place} waits`),
      ...compareMails(mails, new Set(times.keys())),
      ...compareLines(system.mail.mails, sent),
      ...cutOff.filter((id) => (times.get(id) ?? 0) < 2).map((id) => `${id} did not come again`),
    ],
    figures: {
      'reminders sent': sent.length,
      'of them about practices': sent.filter(({ place }) => place.startsWith('/practices/')).length,
      'mails by Message-ID': times.size,
      'mails that came more than once': [...times.values()].filter((count) => count > 1).length,
      'of them cut off by a kill at their arrival': cutOff.length,
    },
  };
}
