import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';

type Reminder = CommitmentResponse['reminders'][number];

/** Reminders of the commitment's dates, newest first; only its parties get any. */
@Component({
  selector: 'en-reminder-log',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    <section class="card" aria-labelledby="reminders">
      <div class="card-head">
        <h2 id="reminders">{{ 'commitment.reminders' | transloco }}</h2>
        <span class="m">{{ format.counted('commitment.sentCount', sent()) }}</span>
      </div>
      <ul>
        @for (one of reminders(); track $index) {
          <li>
            <time [attr.datetime]="one.on">{{ format.shortDate(one.on) }}</time>
            <span>
              {{ stepText(one.step) }}. {{ one.role | codeLabel: 'reminderRole' }}:
              {{ one.state | codeLabel: 'reminderState' }}
            </span>
          </li>
        }
      </ul>
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
    time {
      color: var(--ink-3);
    }
  `,
})
export class ReminderLog {
  readonly reminders = input.required<readonly Reminder[]>();
  protected readonly format = inject(Format);
  protected readonly sent = computed(
    () => this.reminders().filter(({ state }) => state === 'sent').length,
  );

  protected stepText(step: number): string {
    if (step === 0) return this.format.text('commitment.stepToday');
    const key = step < 0 ? 'commitment.stepBefore' : 'commitment.stepAfter';
    return this.format.counted(key, Math.abs(step));
  }
}
