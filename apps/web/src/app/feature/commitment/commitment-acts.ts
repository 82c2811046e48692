import { Injectable, inject } from '@angular/core';
import * as z from 'zod';
import type { CommitmentActRequest, CommitmentWritten } from '@enlace/contract';
import { commitmentWritten } from '@enlace/contract';
import type { CommitmentAct } from '@enlace/domain';
import { Api } from '../../core/api/api';

/** What may be decided in a dialog of the page. */
export type PageAct = CommitmentAct | 'waive';

/** What may be asked for a reason or a day, here or on a report. */
export type AskedAct = PageAct | 'return';

/** What the dialog was told. */
export interface Decision {
  readonly reason: string;
  readonly day: string;
  readonly by: string;
}

const requestOf = (act: CommitmentAct, { reason, day, by }: Decision): CommitmentActRequest => {
  switch (act) {
    case 'accept':
    case 'start':
      return { act };
    case 'complete':
      return { act, deliveredOn: day };
    case 'drop':
      return { act, reason };
    case 'supersede':
      return { act, by };
  }
};

/** Acts on a commitment; each names the version it was decided on. */
@Injectable({ providedIn: 'root' })
export class CommitmentActs {
  private readonly api = inject(Api);

  /** Moves the commitment along its states. */
  async act(
    id: string,
    etag: string,
    act: CommitmentAct,
    decision: Decision,
  ): Promise<CommitmentWritten> {
    const request = requestOf(act, decision);
    const options = { ifMatch: etag };
    return (await this.api.post(`commitments/${id}/acts`, request, commitmentWritten, options))
      .body;
  }

  /** Waives a due date for a reason. */
  async waive(id: string, etag: string, dueDate: string, reason: string): Promise<void> {
    const path = `commitments/${id}/due-dates/${dueDate}/waiver`;
    await this.api.post(path, { reason }, commitmentWritten, { ifMatch: etag });
  }

  /** Reminds the owner of the dates that wait now. */
  async remind(id: string): Promise<void> {
    const options = { idempotencyKey: crypto.randomUUID() };
    await this.api.post(`commitments/${id}/reminders`, {}, z.unknown(), options);
  }
}
