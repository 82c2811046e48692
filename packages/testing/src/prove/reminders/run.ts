import type { Client } from 'pg';
import type { TestSystem } from '../../system.js';
import { Beat } from './beat.js';
import { HOUR, MONTH, START, type Owed } from './script.js';
import { GONE } from './world.js';

/** A mail that the server took. */
export interface Delivery {
  readonly at: number;
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

/** What happened in the three years. */
export interface Course {
  readonly deliveries: readonly Delivery[];
  /** Strikes after which nothing was left undone, in order. */
  readonly strikes: readonly number[];
  readonly outages: number;
  readonly mailOutages: number;
  readonly jumps: number;
  readonly killedBefore: number;
  readonly killedAfter: number;
  readonly refused: number;
}

/** So many mails pass between two kills, on average. */
const MAILS_A_KILL = 150;

/** What somebody does at an instant. */
export interface Happening {
  readonly at: number;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What happens to due dates. */
export function happeningsOf(script: readonly Owed[]): Happening[] {
  return script.flatMap((owed): Happening[] => [
    {
      at: owed.createdAt,
      sql: 'insert into due_date (id, commitment_id, due_on, created_at) values ($1, $2, $3, enlace_now())',
      values: [owed.id, owed.commitment, owed.dueOn],
    },
    ...(owed.snooze
      ? [
          {
            at: owed.snooze.at,
            sql: `insert into snooze (due_date_id, organization_id, until_on, reason, created_by) values ($1, $2, $3, 'x', $1)`,
            values: [owed.id, owed.owner.id, owed.snooze.untilOn],
          },
        ]
      : []),
    ...(owed.endsAt === null
      ? []
      : [
          {
            at: owed.endsAt,
            sql:
              owed.ending === 'waiver'
                ? `update due_date set waived_at = enlace_now(), waive_reason = 'x' where id = $1`
                : 'update due_date set reported_on = enlace_now()::date where id = $1',
            values: [owed.id],
          },
        ]),
  ]);
}

/** Lets three years pass: the clock strikes every few hours, things break, processes are killed. */
export class Years {
  private readonly deliveries: Delivery[] = [];
  private readonly strikes: number[] = [];
  private readonly counts = {
    ...{ outages: 0, mailOutages: 0, jumps: 0, killedBefore: 0, killedAfter: 0, refused: 0 },
  };
  private readonly beat: Beat;
  private now = START;
  private downUntil = START;
  private mailDownUntil = START;
  private untilKill = MAILS_A_KILL;

  constructor(
    private readonly system: TestSystem,
    private readonly database: Client,
    private readonly random: () => number,
  ) {
    this.beat = new Beat(system);
  }

  /** Passes the first `months` of what happens. */
  async pass(all: readonly Happening[], months: number): Promise<Course> {
    this.system.mail.setRules({
      recipient: (address) => this.answer(address),
      message: ({ messageId, to, text }) => {
        this.deliveries.push({ at: this.now, messageId, to: to.join(), text });
        if (this.untilKill === 0 && this.random() < 0.5) this.kill('killedAfter');
        return null;
      },
    });
    const happenings = all.toSorted((one, other) => one.at - other.at);
    for (; this.now < START + months * MONTH; this.now += this.pause()) {
      await this.happen(happenings);
      if (this.now < this.downUntil) continue;
      await this.setClock(this.now);
      const isDone = await this.beat.strike();
      if (isDone && this.now >= this.mailDownUntil) this.strikes.push(this.now);
    }
    await this.beat.stop();
    const strikes = this.strikes.toSorted((one, other) => one - other);
    return { ...this.counts, deliveries: this.deliveries, strikes };
  }

  /** Called at each recipient; a kill here is one between queueing and sending. */
  private answer(address: string): { code: number; text: string } | null {
    if (this.now < this.mailDownUntil) return { code: 451, text: 'Out of order' };
    if (address === GONE) {
      this.counts.refused += 1;
      return { code: 550, text: 'Unknown' };
    }
    this.untilKill = this.untilKill === 0 ? MAILS_A_KILL : this.untilKill - 1;
    if (this.untilKill > 0 || this.random() < 0.5) return null;
    this.kill('killedBefore');
    return { code: 451, text: 'Too late' };
  }

  private kill(how: 'killedBefore' | 'killedAfter'): void {
    this.counts[how] += 1;
    this.untilKill = MAILS_A_KILL;
    this.beat.kill();
  }

  private async happen(left: Happening[]): Promise<void> {
    while ((left[0]?.at ?? Infinity) <= this.now) {
      const { at, sql, values } = left.shift() ?? { at: 0, sql: '', values: [] };
      await this.setClock(at);
      await this.database.query(sql, [...values]);
    }
  }

  private async setClock(at: number): Promise<void> {
    await this.database.query('update test_clock set at = $1', [new Date(at)]);
  }

  /** Hours to the next strike; now and then something breaks or somebody sets the clock. */
  private pause(): number {
    const chance = this.random();
    if (chance < 0.006) {
      this.counts.outages += 1;
      this.downUntil = this.now + (6 + this.random() * 280) * HOUR;
    } else if (chance < 0.016) {
      this.counts.mailOutages += 1;
      this.mailDownUntil = this.now + (2 + this.random() * 90) * HOUR;
    } else if (chance < 0.03) {
      this.counts.jumps += 1;
      return (chance < 0.023 ? -1.5 : 30) * HOUR;
    }
    return (3 + this.random() * 21) * HOUR;
  }
}
