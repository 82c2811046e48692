import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse, ScheduleRequest } from '@enlace/contract';
import { scheduleRequest } from '@enlace/contract';
import { MAX_DUE_DATES, REPORTING_FREQUENCIES, rescheduled, scheduledDates } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';

/** Months between reports, or single dates. */
type Rhythm = (typeof REPORTING_FREQUENCIES)[number] | 'single';

const RHYTHMS: readonly Rhythm[] = [...REPORTING_FREQUENCIES, 'single'];

interface Typed {
  readonly rhythm: Rhythm;
  readonly firstOn: string;
  readonly endsOn: string;
  readonly dates: readonly string[];
}

/** When reports are due; the dates that this makes are shown before they are saved. */
@Component({
  selector: 'en-schedule-editor',
  imports: [TranslocoPipe, Icon],
  templateUrl: './schedule-editor.html',
  styleUrls: ['./editor.css', './schedule-editor.css'],
})
export class ScheduleEditor {
  readonly commitment = input.required<CommitmentResponse>();
  readonly sending = input(false);
  readonly saved = output<ScheduleRequest>();
  protected readonly format = inject(Format);
  protected readonly rhythms = RHYTHMS;
  protected readonly typed = linkedSignal<Typed>(() => {
    const { schedule, dueOn, today } = this.commitment();
    if (schedule !== null && 'dates' in schedule) {
      return { rhythm: 'single', firstOn: '', endsOn: '', dates: schedule.dates };
    }
    const { firstOn, everyMonths, endsOn } = schedule ?? {
      ...{ firstOn: today, everyMonths: 6 as const, endsOn: dueOn ?? today },
    };
    return { rhythm: everyMonths, firstOn, endsOn, dates: [] };
  });
  protected readonly request = computed(() => {
    const { rhythm, firstOn, endsOn, dates } = this.typed();
    const written = dates.filter((date) => date !== '');
    return scheduleRequest.safeParse(
      rhythm === 'single' ? { dates: written } : { firstOn, endsOn, everyMonths: rhythm },
    ).data;
  });
  /** The dates of the schedule, and what becomes of those that exist. */
  protected readonly preview = computed(() => {
    const request = this.request();
    if (request === undefined) return null;
    const { dueDates, today, dueOn } = this.commitment();
    const existing = dueDates.map((date) => ({
      dueOn: date.dueOn,
      settled: date.final || date.reportedOn !== null || date.waiveReason !== null,
    }));
    const { removed, added } = rescheduled(existing, request, today);
    const dates = scheduledDates(request);
    return {
      dates: dates.filter((date) => date >= today),
      removed,
      added,
      beyond: dueOn !== null && (dates.at(-1) ?? '') > dueOn ? dueOn : null,
      full: dates.length >= MAX_DUE_DATES,
    };
  });

  protected set(change: Partial<Typed>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  protected setDate(at: number, date: string): void {
    this.set({ dates: this.typed().dates.map((one, index) => (index === at ? date : one)) });
  }

  protected dropDate(at: number): void {
    this.set({ dates: this.typed().dates.filter((_, index) => index !== at) });
  }

  protected rhythmText(rhythm: Rhythm): string {
    return this.format.text(`commitment.plan.every.${rhythm}`);
  }

  protected save(): void {
    const request = this.request();
    if (request !== undefined) this.saved.emit(request);
  }
}
