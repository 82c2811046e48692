import type { Client as Database } from 'pg';
import type { TestSystem } from '../../system.js';
import { told, type Ledger } from './ledger.js';

interface MailRow {
  readonly messageId: string;
  readonly state: string;
  readonly reminders: number;
}

/** Every reminder that was asked for is there and went out in one mail; no mail went out for none. */
export async function proveMails(
  system: TestSystem,
  database: Database,
  { records }: Ledger,
): Promise<{ faults: string[]; mails: number; reminders: number; repeats: number }> {
  const faults: string[] = [];
  const { rows: reminded } = await database.query<{ id: string; sent: number; waiting: number }>(
    `select d.commitment_id::text as id, count(*) filter (where r.state = 'sent')::int as sent,
       count(*) filter (where r.state = 'queued')::int as waiting
     from reminder r join due_date d on d.id = r.due_date_id where r.requested_on is not null group by 1`,
  );
  const byId = new Map(reminded.map((row) => [row.id, row]));
  for (const record of records.filter((one) => one.reminded)) {
    const row = byId.get(record.id);
    if (!row) faults.push(`no reminder of ${told(record)}`);
    else if (row.waiting > 0) faults.push(`${row.waiting} reminders of ${told(record)} wait`);
  }
  const { rows: mails } = await database.query<MailRow>(
    `select m.message_id as "messageId", m.state,
       (select count(*)::int from reminder r where r.mail_id = m.id and r.state = 'sent')
       + (select count(*)::int from practice_reminder r where r.mail_id = m.id and r.state = 'sent') as reminders
     from mail m`,
  );
  const received = new Map<string, number>();
  for (const { messageId } of system.mail.mails) {
    received.set(messageId, (received.get(messageId) ?? 0) + 1);
  }
  for (const { messageId, state, reminders } of mails) {
    const times = received.get(messageId) ?? 0;
    if (state === 'sent' && times === 0) faults.push(`${messageId} is said to be sent`);
    if (state === 'sent' && reminders === 0) faults.push(`${messageId} reminds of nothing`);
    if (state === 'queued') faults.push(`${messageId} waits`);
    received.delete(messageId);
  }
  for (const messageId of received.keys()) faults.push(`${messageId} came from nowhere`);
  return {
    ...{ faults, mails: mails.length },
    reminders: reminded.reduce((sum, { sent }) => sum + sent, 0),
    repeats: system.mail.mails.length - new Set(system.mail.mails.map((one) => one.messageId)).size,
  };
}
