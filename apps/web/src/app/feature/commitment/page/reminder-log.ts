import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';

type Reminder = CommitmentResponse['reminders'][number];
type Snooze = CommitmentResponse['snoozes'][number];

/** Reminders of the commitment's dates and how often they were put off, newest first; for its parties. */
@Component({
  selector: 'en-reminder-log',
  imports: [TranslocoPipe, CodeLabel, Icon],
  template: `
    <section class="card" aria-labelledby="reminders">
      <div class="card-head">
        <h2 id="reminders">{{ 'commitment.reminders' | transloco }}</h2>
        <span class="m">{{ format.counted('commitment.sentCount', sent()) }}</span>
      </div>
      <ul>
        @for (line of lines(); track $index) {
          <li>
            <time [attr.datetime]="line.on">{{ format.shortDate(line.on) }}</time>
            @if (line.snooze; as put) {
              <span>
                {{ 'commitment.putOff' | transloco: { day: format.date(put.untilOn) } }}
                <span class="muted">{{ put.reason }}</span>
              </span>
            } @else if (line.reminder; as one) {
              <span>
                {{ stepText(one.step) }}. {{ one.role | codeLabel: 'reminderRole' }}:
                {{ one.state | codeLabel: 'reminderState' }}
              </span>
            }
          </li>
        }
      </ul>
      @if (maySnooze()) {
        <p class="prov">
          <button type="button" class="btn sm" (click)="asked.emit()">
            <en-icon name="hourglass_empty" />{{ 'snooze.offer' | transloco }}
          </button>
        </p>
      }
    </section>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 58px minmax(0, 1fr);
      gap: 10px;
      padding: 8px 16px;
      border-top: 1px solid var(--line);
      font-size: 13px;
      line-height: 18px;
    }
    .muted {
      display: block;
      overflow-wrap: anywhere;
    }
    time {
      color: var(--ink-3);
    }
  `,
})
export class ReminderLog {
  readonly reminders = input.required<readonly Reminder[]>();
  readonly snoozes = input.required<readonly Snooze[]>();
  readonly maySnooze = input.required<boolean>();
  /** The next reminders are to be put off. */
  readonly asked = output();
  protected readonly format = inject(Format);
  protected readonly sent = computed(
    () => this.reminders().filter(({ state }) => state === 'sent').length,
  );

  protected readonly lines = computed(() =>
    [
      ...this.reminders().map((reminder) => ({ on: reminder.on, reminder, snooze: null })),
      ...this.snoozes().map((snooze) => ({ on: snooze.on, reminder: null, snooze })),
    ].sort((one, other) => other.on.localeCompare(one.on)),
  );

  protected stepText(step: number | null): string {
    if (step === null) return this.format.text('commitment.stepAsked');
    if (step === 0) return this.format.text('commitment.stepToday');
    const key = step < 0 ? 'commitment.stepBefore' : 'commitment.stepAfter';
    return this.format.counted(key, Math.abs(step));
  }
}
