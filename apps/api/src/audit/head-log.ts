import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Database } from '../database/index.js';

const HOUR = 3_600_000;
/** Time in which nearly every write commits; a slower one is waited for at the head's lock. */
const SETTLE = 1_000;

interface HeadRow {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Puts the head of each chain that grew into the log, at most once an hour: whoever cuts a chain in
 * the database cannot reach it there. A writer holds its chain's head until its commit, so a share
 * lock on that row waits for the commit without the transaction knowing anything of the trace.
 */
@Injectable()
export class HeadLog implements BeforeApplicationShutdown {
  private readonly log = new Logger('AuditHead');
  private readonly due = new Map<string, NodeJS.Timeout>();
  private readonly lastAt = new Map<string, number>();
  private readonly lastSequence = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** Tells that the actor adds to this chain; returns at once and may be told any number of times. */
  grows(actor: Actor, organizationId: string): void {
    if (this.due.has(organizationId)) return;
    const allowed = (this.lastAt.get(organizationId) ?? 0) + HOUR - Date.now();
    const timer = setTimeout(
      () => {
        void this.write(actor, organizationId);
      },
      Math.max(SETTLE, allowed),
    );
    timer.unref();
    this.due.set(organizationId, timer);
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.due.values()) clearTimeout(timer);
    this.due.clear();
  }

  private async write(actor: Actor, organizationId: string): Promise<void> {
    // Before the look: an entry that comes after it must make the next one due.
    this.due.delete(organizationId);
    this.lastAt.set(organizationId, Date.now());
    try {
      const head = await this.committed(actor, organizationId);
      if (!head || head.sequence === this.lastSequence.get(organizationId)) {
        // Nothing new was committed: the next entry need not wait.
        this.lastAt.delete(organizationId);
        return;
      }
      this.lastSequence.set(organizationId, head.sequence);
      this.log.log({ organizationId, ...head });
    } catch (error) {
      this.lastAt.delete(organizationId);
      this.log.warn(error, `The head of the chain of ${organizationId} was not logged`);
    }
  }

  private committed(actor: Actor, organizationId: string): Promise<HeadRow | null> {
    return this.database.write(actor, (tx) =>
      tx.maybe<HeadRow>(
        `select sequence::int as sequence, hash from audit_head where organization_id = $1 for share`,
        [organizationId],
      ),
    );
  }
}
