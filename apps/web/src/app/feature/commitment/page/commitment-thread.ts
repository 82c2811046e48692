import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { EnDate } from '../../../core/i18n/format-pipes';
import type { MarkStatus } from '../../../pattern/status-mark';
import { StatusMark } from '../../../pattern/status-mark';
import { MARK_OF, threadSteps } from './thread-steps';

type DueDate = CommitmentResponse['dueDates'][number];

/** The dates on which reports are due: a line with today on it, and all of them as a table. */
@Component({
  selector: 'en-commitment-thread',
  imports: [TranslocoPipe, CodeLabel, EnDate, StatusMark],
  templateUrl: './commitment-thread.html',
  styleUrl: './commitment-thread.css',
})
export class CommitmentThread {
  readonly commitment = input.required<CommitmentResponse>();
  /** A date is to be waived. */
  readonly waived = output<DueDate>();
  protected readonly format = inject(Format);
  protected readonly steps = computed(() => threadSteps(this.commitment()));
  protected readonly mayWaive = computed(() => this.commitment().offers.includes('waive'));

  protected markOf({ status }: DueDate): MarkStatus {
    return MARK_OF[status];
  }

  protected waits({ reportedOn, waiveReason }: DueDate): boolean {
    return reportedOn === null && waiveReason === null;
  }
}
