import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import * as z from 'zod';
import { reportWritten } from '@enlace/contract';
import { formatPeriod, lastEndedMonth, previousPeriod } from '@enlace/domain';
import { Api, ProblemError } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { EnMonth } from '../../core/i18n/format-pipes';
import { ProblemNote } from '../../core/problems/problem-note';
import { newSubject } from '../../pattern/form/profile-subject';
import { ProfileSubjectFields } from '../../pattern/form/profile-subject-fields';
import { PageHead } from '../../ui/page-head';

const MONTHS_OFFERED = 36;
const existing = z.object({ id: z.uuid() });

/** Months that may be reported, newest first. */
export const monthsToReport = (timeZone: string, at: Date): readonly string[] => {
  const months: string[] = [];
  let month = lastEndedMonth(timeZone, at);
  while (months.length < MONTHS_OFFERED) {
    months.push(formatPeriod(month));
    month = previousPeriod(month);
  }
  return months;
};

/** Says what a new profile is about, then goes on to its figures. */
@Component({
  selector: 'en-begin-profile',
  imports: [RouterLink, TranslocoPipe, EnMonth, ProblemNote, PageHead, ProfileSubjectFields],
  templateUrl: './begin-profile.html',
  styles: '.card { max-width: 520px; padding: 16px }',
})
export class BeginProfile {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly months = computed(() =>
    monthsToReport(this.session.acting()?.timeZone ?? 'UTC', new Date()),
  );
  protected readonly period = linkedSignal(() => this.months()[0] ?? '');
  protected readonly subject = newSubject();
  protected readonly sending = signal(false);
  protected readonly error = signal<unknown>(null);
  /** The report that has this key already; null: none is known. */
  protected readonly existing = computed(() => {
    const error = this.error();
    if (!(error instanceof ProblemError) || error.code !== 'report-exists') return null;
    return existing.safeParse(error.problem.current).data?.id ?? null;
  });

  /** One key for one choice, so that sending it again after a lost line begins nothing twice. */
  private readonly key = linkedSignal({ source: () => this.choice(), computation: newKey });
  private readonly choice = computed(() => ({
    ...this.subject(),
    period: this.period(),
  }));

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    this.sending.set(true);
    this.error.set(null);
    try {
      const { body } = await this.api.post('arrivals/reports', this.choice(), reportWritten, {
        idempotencyKey: this.key(),
      });
      await this.router.navigate(['/arrivals/reports', body.id, 'entry']);
    } catch (error) {
      this.error.set(error);
      if (error instanceof ProblemError) this.key.set(newKey());
    } finally {
      this.sending.set(false);
    }
  }
}

const newKey = (): string => crypto.randomUUID();
