import type { ElementRef } from '@angular/core';
import { Component, computed, inject, resource, signal, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  CreateReportRequest,
  DeskFollowUp,
  DeskPractice,
  DeskResponse,
} from '@enlace/contract';
import { deskResponse, reportWritten } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { LiveUpdates } from '../../core/live/live-updates';
import { Reference } from '../../core/reference/reference';
import { Shortcuts } from '../../core/shell/shortcuts';
import { AudienceChip } from '../../pattern/audience-chip';
import type { SnoozedDate } from '../../pattern/snooze-dialog';
import { SnoozeDialog } from '../../pattern/snooze-dialog';
import { StateTile } from '../../pattern/state-tile';
import { StatusMark } from '../../pattern/status-mark';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ClearSeveral } from './clear-several';
import { DeskThread } from './desk-thread';
import type { DeskTask } from './thread-model';
import { isFollowUp, isPractice, openingAfter, tasksOf } from './thread-model';
import { ToldNotices } from './told-notices';

type Task = DeskResponse['tasks'][number];

/** Shared profiles shown beside the tasks; the list of profiles has them all. */
const SHOWN = 6;

/** Loudest first. */
const GROUPS = ['overdue', 'due-soon', 'on-track'] as const;

/** The profile that every point owes each month: first records of persons, from the register. */
const requestOf = (task: Task): CreateReportRequest => ({
  crossingPoint: task.crossingPoint,
  period: task.period,
  unit: 'persons',
  observation: 'entry',
  sourceKind: 'register',
});

const isToClear = ({ kind }: Task): boolean => kind === 'clear';

/** What is due, returned and to clear, and what was newly shared. */
@Component({
  selector: 'en-desk',
  imports: [
    ...[RouterLink, TranslocoPipe, ProblemNote, AudienceChip, StateTile, StatusMark, Icon],
    ...[PageHead, Skeleton, ClearSeveral, DeskThread, SnoozeDialog, ToldNotices],
  ],
  host: { '(document:keydown)': 'press($event)' },
  templateUrl: './desk.html',
  styleUrls: ['./desk.css', './shared-list.css'],
})
export class Desk {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly shortcuts = inject(Shortcuts);
  private readonly acts = viewChildren<ElementRef<HTMLElement>>('act');
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly desk = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.api.get('desk', deskResponse),
  });
  constructor() {
    // What others do shows without a reload, also when a page was left open over lunch.
    inject(LiveUpdates).on(
      ({ kind }) => kind === 'desk',
      () => this.desk.reload(),
    );
  }

  /** Why a profile could not be begun. */
  protected readonly refusal = signal<unknown>(null);
  protected readonly beginning = signal(false);
  /** A retry of the same task must not begin a second profile. */
  private readonly keys = new Map<string, string>();

  protected readonly isFollowUp = isFollowUp;
  protected readonly isPractice = isPractice;
  protected readonly tasks = computed<readonly DeskTask[]>(() =>
    this.desk.hasValue() ? tasksOf(this.desk.value()) : [],
  );
  protected readonly more = computed(() => {
    if (!this.desk.hasValue()) return 0;
    const { moreTasks, moreFollowUp, morePractices } = this.desk.value();
    return moreTasks + moreFollowUp + morePractices;
  });
  protected readonly groups = computed(() => {
    const tasks = this.tasks();
    return GROUPS.map((status) => ({
      status,
      tasks: tasks.filter((task) => task.status === status),
    })).filter(({ tasks: some }) => some.length > 0);
  });
  /** How much is waiting; not kept, because its texts may come after the list. */
  protected summary(): string {
    if (!this.desk.hasValue()) return '';
    const tasks = this.tasks();
    const overdue = tasks.filter(({ status }) => status === 'overdue').length;
    if (tasks.length === 0) return '';
    const waiting = this.format.counted('desk.waiting', tasks.length + this.more());
    if (overdue === 0) return `${waiting} ${this.format.text('desk.nothingOverdue')}`;
    return `${waiting} ${this.format.counted('desk.overdue', overdue)}`;
  }
  protected readonly newest = computed(() =>
    this.desk.hasValue() ? this.desk.value().shared.slice(0, SHOWN) : [],
  );
  protected readonly moreShared = computed(() => {
    if (!this.desk.hasValue()) return 0;
    const { shared, moreShared } = this.desk.value();
    return moreShared + Math.max(0, shared.length - SHOWN);
  });
  /** Whether several profiles wait to be cleared, as after an import. */
  protected readonly several = computed(
    () => this.desk.hasValue() && this.desk.value().tasks.filter(isToClear).length > 1,
  );
  protected readonly snoozed = signal<SnoozedDate | null>(null);
  protected readonly snoozing = signal(false);
  /** How many were just cleared. */
  protected readonly clearedCount = signal(0);
  /** The first thing to act on has the one filled button. */
  protected readonly first = computed(() => this.groups()[0]?.tasks[0]);

  /** Month and place of a task, for its text. */
  protected placed(task: Task): { month: string; point: string } {
    return {
      month: this.format.month(task.period),
      point: this.reference.pointName(task.crossingPoint),
    };
  }

  /** Provision, State and title of a follow-up task, for its text. */
  protected promised({ title, provisions, state }: DeskFollowUp): Record<string, string> {
    return {
      ...{ title: title.body, number: provisions.join(', ') },
      state: state === null ? '' : this.reference.stateName(state),
    };
  }

  /** Where a follow-up task is done. */
  protected placeOf({ commitment, dueDate }: DeskFollowUp): string[] {
    const report = dueDate === null ? [] : ['report', dueDate];
    return ['/commitments', commitment, ...report];
  }

  /** Asks until when the reminders of a report are put off. */
  protected askToSnooze({ commitment, dueDate, dueOn }: DeskFollowUp): void {
    if (dueDate === null || !this.desk.hasValue()) return;
    this.snoozed.set({ commitment, dueDate, dueOn, today: this.desk.value().today });
    this.snoozing.set(true);
  }

  /** Where a task of the exchange is done: reviews and drafts have screens of their own. */
  protected placeOfPractice({ kind, practice, review }: DeskPractice): string[] {
    if (review !== null) return ['/practices/reviews', review];
    return ['/practices', practice, ...(kind === 'practice-returned' ? ['edit'] : [])];
  }

  protected nameOf(task: DeskTask): string {
    if (isPractice(task)) return `${task.practice} ${task.kind} ${task.since} ${task.reason}`;
    return isFollowUp(task)
      ? `${task.commitment} ${task.kind} ${task.dueDate}`
      : `${task.crossingPoint} ${task.period} ${task.kind} ${task.report}`;
  }

  protected detail(task: Task): string {
    return task.rows === 0 ? '' : this.format.counted('desk.rows', task.rows);
  }

  /** Where the button of a begun task leads: those who write go straight to the grid. */
  protected place(task: Task, report: string): string[] {
    const writes = task.kind !== 'clear' && this.session.can('arrivals.enter');
    return writes ? ['/arrivals/reports', report, 'entry'] : ['/arrivals/reports', report];
  }

  /** Whether the person may begin the profile. */
  protected readonly mayEnter = computed(() => this.session.can('arrivals.enter'));

  /** The month whose profiles come next, for those who enter them. */
  protected readonly opening = computed(() =>
    this.mayEnter() && this.desk.hasValue() ? openingAfter(this.desk.value().month) : null,
  );

  protected onCleared(count: number): void {
    this.clearedCount.set(count);
    this.desk.reload();
  }

  /** J and K go to the next and the previous thing to do; Enter then acts, as on any button. */
  protected press(event: KeyboardEvent): void {
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (step === undefined || !this.shortcuts.hears(event)) return;
    const acts = this.acts().map(({ nativeElement }) => nativeElement);
    const at = acts.findIndex((act) => act === event.view?.document.activeElement);
    const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), acts.length - 1);
    event.preventDefault();
    acts[next]?.focus();
  }

  /** Begins the profile of a task and goes to its grid. */
  protected async begin(task: Task): Promise<void> {
    const name = `${task.crossingPoint} ${task.period}`;
    const key = this.keys.get(name) ?? crypto.randomUUID();
    this.keys.set(name, key);
    this.refusal.set(null);
    this.beginning.set(true);
    try {
      const { body } = await this.api.post('arrivals/reports', requestOf(task), reportWritten, {
        idempotencyKey: key,
      });
      await this.router.navigate(['/arrivals/reports', body.id, 'entry']);
    } catch (problem) {
      this.refusal.set(problem);
    } finally {
      this.beginning.set(false);
    }
  }
}
