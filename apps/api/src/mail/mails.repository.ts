import { Injectable } from '@nestjs/common';
import type { MailAnswer, MailsPage, MailsQuery } from '@enlace/contract';
import { REMINDER_STATES, type ReminderState } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

type Row = Omit<MailAnswer, 'createdAt' | 'nextAt' | 'sentAt' | 'etag'> & {
  readonly createdAt: Date;
  readonly nextAt: Date | null;
  readonly sentAt: Date | null;
  readonly revision: number;
};

/** Which mails are asked for. */
interface Asked {
  readonly states: readonly ReminderState[];
  readonly from: readonly [string | null, string | null];
  readonly rows: number;
  readonly id: string | null;
}

function positionOf(cursor: string | undefined): readonly [string | null, string | null] {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : '';
  const [, at, id] = /^(\d{4}-[\dT:.Z-]+) ([0-9a-f-]{36})$/.exec(text) ?? [];
  return [at ?? null, id ?? null];
}

async function mailsOf(tx: Transaction, { states, from, rows, id }: Asked): Promise<MailAnswer[]> {
  const found = await tx.rows<Row>('select * from system_mails($1, $2, $3, $4, $5)', [
    ...[states, ...from, rows, id],
  ]);
  return found.map(({ revision, createdAt, nextAt, sentAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    etag: tx.etag(row.id, revision),
  }));
}

/** One mail as it stands; 404 where there is none. */
export async function mailById(tx: Transaction, id: string): Promise<MailAnswer> {
  const [mail] = await mailsOf(tx, { states: REMINDER_STATES, from: [null, null], rows: 1, id });
  if (!mail) throw new Problem('not-found');
  return mail;
}

/** The mails of everybody, without what they say. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: Database) {}

  /** One page, newest first. */
  async page(actor: Actor, { state, limit, cursor }: MailsQuery): Promise<MailsPage> {
    const states = state ? [state] : REMINDER_STATES;
    const asked = { states, from: positionOf(cursor), rows: limit + 1, id: null };
    const found = await this.database.read(actor, (tx) => mailsOf(tx, asked));
    const mails = found.slice(0, limit);
    const last = mails.at(-1);
    const next = found.length > limit && last ? `${last.createdAt} ${last.id}` : null;
    return { mails, next: next === null ? null : Buffer.from(next).toString('base64url') };
  }

  /** One mail. */
  get(actor: Actor, id: string): Promise<MailAnswer> {
    return this.database.read(actor, (tx) => mailById(tx, id));
  }
}
