import { Injectable } from '@nestjs/common';
import type { MailsPage, MailsQuery } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { Database } from '../database/index.js';

type Row = Omit<MailsPage['mails'][number], 'createdAt' | 'sentAt'> & {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};

const STATES = ['queued', 'sent', 'failed', 'cancelled'];

function positionOf(cursor: string | undefined): readonly [string | null, string | null] {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : '';
  const [, at, id] = /^(\d{4}-[\dT:.Z-]+) ([0-9a-f-]{36})$/.exec(text) ?? [];
  return [at ?? null, id ?? null];
}

/** The mails of everybody, without what they say. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: Database) {}

  /** One page, newest first. */
  async page(actor: Actor, { state, limit, cursor }: MailsQuery): Promise<MailsPage> {
    const rows = await this.database.read(actor, (tx) =>
      tx.rows<Row>('select * from system_mails($1, $2, $3, $4)', [
        state ? [state] : STATES,
        ...positionOf(cursor),
        limit + 1,
      ]),
    );
    const mails = rows.slice(0, limit).map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
    }));
    const last = mails.at(-1);
    const next = rows.length > limit && last ? `${last.createdAt} ${last.id}` : null;
    return { mails, next: next === null ? null : Buffer.from(next).toString('base64url') };
  }
}
