import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { snoozeResponse } from '@enlace/contract';
import { addDays, MOST_SNOOZE_DAYS } from '@enlace/domain';
import { Api } from '../core/api/api';
import { RetryKey } from '../core/api/retry-key';
import { Format } from '../core/i18n/format';
import { ProblemNote } from '../core/problems/problem-note';
import { Dialog } from '../ui/dialog/dialog';

/** The shortest reason that the server accepts. */
const SHORTEST = 3;

/** A due date whose reminders are put off. */
export interface SnoozedDate {
  readonly commitment: string;
  readonly dueDate: string;
  readonly dueOn: string;
  /** The owner's today. */
  readonly today: string;
}

/** Asks until when the reminders of a due date are put off, and why; twice a date at most. */
@Component({
  selector: 'en-snooze-dialog',
  imports: [TranslocoPipe, ProblemNote, Dialog],
  template: `
    <en-dialog [title]="'snooze.title' | transloco" [(open)]="open">
      @if (date(); as one) {
        <p class="about">{{ 'snooze.about' | transloco: { day: format.date(one.dueOn) } }}</p>
        <en-problem-note [problem]="failure()" />
        <form (submit)="send($event)">
          <label class="field"
            >{{ 'snooze.until' | transloco }}
            <input
              #day
              type="date"
              required
              [min]="first()"
              [max]="last()"
              [value]="untilOn()"
              (input)="untilOn.set(day.value)"
            />
            <span class="xs muted">{{
              'snooze.untilHelp' | transloco: { day: format.date(last()) }
            }}</span>
          </label>
          <label class="field"
            >{{ 'snooze.reason' | transloco }}
            <textarea
              #text
              rows="3"
              maxlength="500"
              required
              [value]="reason()"
              (input)="reason.set(text.value)"
            ></textarea>
            <span class="xs muted">{{ 'snooze.reasonHelp' | transloco }}</span>
          </label>
          <p class="acts">
            <button type="button" class="btn" (click)="open.set(false)">
              {{ 'snooze.goBack' | transloco }}
            </button>
            <button type="submit" class="btn btn-filled" [disabled]="!ready() || sending()">
              {{ 'snooze.act' | transloco }}
            </button>
          </p>
        </form>
      }
    </en-dialog>
  `,
  styles: '.about { margin: 8px 0 16px; max-width: 56ch }',
})
export class SnoozeDialog {
  readonly date = input.required<SnoozedDate | null>();
  readonly open = model(false);
  /** The reminders were put off. */
  readonly snoozed = output();
  private readonly api = inject(Api);
  private readonly key = new RetryKey();
  protected readonly format = inject(Format);
  protected readonly first = computed(() => addDays(this.date()?.today ?? '', 1));
  protected readonly last = computed(() => addDays(this.date()?.today ?? '', MOST_SNOOZE_DAYS));
  protected readonly reason = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly untilOn = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly failure = linkedSignal<boolean, unknown>({
    source: () => this.open(),
    computation: () => null,
  });
  protected readonly sending = signal(false);
  protected readonly ready = computed(
    () =>
      this.untilOn() >= this.first() &&
      this.untilOn() <= this.last() &&
      this.reason().trim().length >= SHORTEST,
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const date = this.date();
    if (date === null || !this.ready() || this.sending()) return;
    const request = { untilOn: this.untilOn(), reason: this.reason().trim() };
    const path = `commitments/${date.commitment}/due-dates/${date.dueDate}/snooze`;
    this.sending.set(true);
    this.failure.set(null);
    try {
      const idempotencyKey = this.key.for({ path, request });
      await this.api.post(path, request, snoozeResponse, { idempotencyKey });
      this.key.used();
      this.open.set(false);
      this.snoozed.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
