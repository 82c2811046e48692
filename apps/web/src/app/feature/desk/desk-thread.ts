import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskResponse } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import { Reference } from '../../core/reference/reference';
import { StatusMark } from '../../pattern/status-mark';
import type { Opening, ThreadMark } from './thread-model';
import { isFollowUp, isPractice, tasksOf, threadOf } from './thread-model';

/** Four weeks as a line: a picture of the list below, and no way to reach anything. */
@Component({
  selector: 'en-desk-thread',
  imports: [TranslocoPipe, StatusMark],
  // Everything on it is in the list, so that it is read out once.
  host: { 'aria-hidden': 'true' },
  templateUrl: './desk-thread.html',
  styleUrl: './desk-thread.css',
})
export class DeskThread {
  readonly desk = input.required<DeskResponse>();
  readonly opening = input.required<Opening | null>();
  protected readonly format = inject(Format);
  private readonly reference = inject(Reference);
  protected readonly thread = computed(() =>
    threadOf(tasksOf(this.desk()), this.desk().today, this.opening()),
  );

  /** One task by its place or provision, several by their number. */
  protected what({ tasks }: ThreadMark): string {
    const [only] = tasks;
    if (tasks.length !== 1 || only === undefined) {
      const key = tasks.some((one) => isFollowUp(one) || isPractice(one))
        ? 'desk.thread.things'
        : 'desk.thread.profiles';
      return this.format.counted(key, tasks.length);
    }
    if (isPractice(only)) return this.format.text('desk.thread.practice');
    if (!isFollowUp(only)) return this.reference.pointName(only.crossingPoint);
    const state = only.state === null ? [] : [this.reference.stateName(only.state)];
    return [only.provisions.join(', '), ...state].join(', ');
  }

  protected returned({ tasks }: ThreadMark): string {
    const kinds: readonly string[] = ['returned', 'report-returned'];
    const count = tasks.filter(({ kind }) => kinds.includes(kind)).length;
    return count === 0 ? '' : this.format.counted('desk.thread.returned', count);
  }

  protected readonly tall = computed(() =>
    this.thread().marks.some((mark) => this.returned(mark) !== ''),
  );

  /** Where words begin: those at the ends of the line stay on it. */
  protected side(at: number): 'start' | 'end' | 'middle' {
    if (at < 8) return 'start';
    return at > 92 ? 'end' : 'middle';
  }
}
