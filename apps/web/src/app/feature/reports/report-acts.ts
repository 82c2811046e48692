import { Injectable, inject } from '@angular/core';
import * as z from 'zod';
import { reportWritten } from '@enlace/contract';
import { Api } from '../../core/api/api';
import type { AskedAct } from './reason-dialog';

const PATHS = { return: 'return', reopen: 'reopening', retract: 'retraction' } as const;

/** Acts on a report; each names the version it was decided on. */
@Injectable({ providedIn: 'root' })
export class ReportActs {
  private readonly api = inject(Api);

  /** Clears the submitted version. */
  async clear(id: string, etag: string): Promise<void> {
    await this.api.post(`arrivals/reports/${id}/clearance`, {}, reportWritten, { ifMatch: etag });
  }

  /** Returns, reopens or retracts with a reason, or discards the draft. */
  async act(act: AskedAct, id: string, etag: string, reason: string): Promise<void> {
    const options = { ifMatch: etag };
    if (act === 'discard') {
      await this.api.delete(`arrivals/reports/${id}/draft`, null, z.null(), options);
      return;
    }
    const path = `arrivals/reports/${id}/${PATHS[act]}`;
    await this.api.post(path, { reason }, reportWritten, options);
  }
}
