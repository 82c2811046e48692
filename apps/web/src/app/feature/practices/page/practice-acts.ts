import { Injectable, inject } from '@angular/core';
import type { PracticeAudience, PracticeResponse, PracticeWritten } from '@enlace/contract';
import { practiceWritten } from '@enlace/contract';
import { Api } from '../../../core/api/api';

/** What its own organization decides in a dialog of the page. */
export type PracticeAct = 'revise' | 'reconfirm' | 'withdraw' | 'share';

/** What the dialog was told. */
export interface PracticeDecision {
  readonly reason: string;
  readonly audience: PracticeAudience;
}

/** Acts on a practice; each names the version it was decided on. */
@Injectable({ providedIn: 'root' })
export class PracticeActs {
  private readonly api = inject(Api);

  /** Does it; somebody else's change in between is refused with 412. */
  async act(
    { id, etag }: PracticeResponse,
    act: PracticeAct,
    { reason, audience }: PracticeDecision,
  ): Promise<PracticeWritten> {
    const path = `practices/${id}`;
    const options = { ifMatch: `"${etag}"` };
    switch (act) {
      case 'revise': {
        const once = { idempotencyKey: crypto.randomUUID() };
        return (await this.api.post(`${path}/revision`, {}, practiceWritten, once)).body;
      }
      case 'reconfirm':
        return (await this.api.post(`${path}/reconfirmation`, {}, practiceWritten, options)).body;
      case 'withdraw':
        return (await this.api.post(`${path}/withdrawal`, { reason }, practiceWritten, options))
          .body;
      case 'share':
        return (await this.api.put(`${path}/audience`, audience, practiceWritten, options)).body;
    }
  }
}
