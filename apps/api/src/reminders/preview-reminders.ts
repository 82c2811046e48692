import { Injectable } from '@nestjs/common';
import type { MatrixQuery, RemindersPreview } from '@enlace/contract';
import { rolesAt } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { matrixFilters } from '../follow-up/index.js';
import { OVERDUE } from './overdue.sql.js';

/** So many are shown and reminded of at a time. */
const MOST = 200;

type Overdue = RemindersPreview['overdue'][number];
type Recipient = Overdue['recipients'][number];

/** Whom the secretariat reminds of a date that passed so many days ago: it need not write to itself. */
export const rolesByHand = (days: number): readonly string[] =>
  rolesAt(days).filter((role) => role === 'owner' || role === 'coordinator');

/** What reminding of everything overdue would do now: of which dates, and whom. */
@Injectable()
export class PreviewReminders {
  constructor(private readonly database: Database) {}

  execute(actor: ActingActor, query: MatrixQuery): Promise<RemindersPreview> {
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<Omit<Overdue, 'recipients'>>(OVERDUE, [
        ...matrixFilters(actor, query),
        ...[actor.organization.timeZone, actor.language, MOST + 1],
      ]);
      const shown = rows.slice(0, MOST);
      const reached = await this.reached(tx, shown);
      return {
        overdue: shown.map((row) => ({ ...row, recipients: reached.get(row.dueDate) ?? [] })),
        more: rows.length > MOST,
      };
    });
  }

  private async reached(
    tx: Transaction,
    dates: readonly Omit<Overdue, 'recipients'>[],
  ): Promise<ReadonlyMap<string, Recipient[]>> {
    const asked = dates.map(({ dueDate, days }) => ({ due: dueDate, roles: rolesByHand(days) }));
    const rows = await tx.rows<Recipient & { readonly due: string }>(
      `select g.due, r."organizationId", r.role, r.people
         from jsonb_to_recordset($1) as g (due uuid, roles text[])
         cross join lateral reminder_reach(g.due, g.roles) r`,
      [JSON.stringify(asked)],
    );
    const byDate = new Map<string, Recipient[]>();
    for (const { due, ...recipient } of rows) {
      byDate.set(due, [...(byDate.get(due) ?? []), recipient]);
    }
    return byDate;
  }
}
