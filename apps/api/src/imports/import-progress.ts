import { Injectable } from '@nestjs/common';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import type { ImportStop } from './import-stop.js';

/** What is known of a running import. */
export interface ImportAdvance {
  readonly rows: number;
  readonly rowsDone: number;
}

/** Says how far an import is, each time in a short transaction of its own, so that others see it. */
@Injectable()
export class ImportProgress {
  constructor(private readonly database: Database) {}

  /** Notes the advance and returns whether somebody asked to cancel. */
  note(actor: ActingActor, id: string, { rows, rowsDone }: ImportAdvance): Promise<boolean> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.maybe<{ cancelled: boolean }>(
        `update import_job set state = 'running', rows = $2, rows_done = $3, heartbeat_at = enlace_now()
         where id = $1 and state in ('waiting', 'running')
         returning cancel_requested_at is not null as cancelled`,
        [id, rows, rowsDone],
      );
      return row?.cancelled ?? true;
    });
  }

  /** Says that the import is alive, also while it waits for its turn. */
  async beat(actor: ActingActor, id: string): Promise<void> {
    await this.database.write(actor, (tx) =>
      tx.rows(
        `update import_job set heartbeat_at = enlace_now()
         where id = $1 and state in ('waiting', 'running')`,
        [id],
      ),
    );
  }

  /** Ends an import of which nothing stays. */
  async stop(actor: ActingActor, id: string, stop: ImportStop): Promise<void> {
    await this.database.write(actor, (tx) =>
      tx.rows(
        `update import_job set state = $2, rows_done = 0, reports = 0, faults = $3, fault_count = $4,
           finished_at = enlace_now()
         where id = $1 and state in ('waiting', 'running')`,
        [id, stop.state, JSON.stringify(stop.faults), stop.faultCount],
      ),
    );
  }
}
