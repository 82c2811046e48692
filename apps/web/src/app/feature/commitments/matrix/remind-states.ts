import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { remindersPreview, remindSeveralResponse, type RemindersPreview } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { Session } from '../../../core/auth/session';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { StateTile } from '../../../pattern/state-tile';
import { Dialog } from '../../../ui/dialog/dialog';
import { Icon } from '../../../ui/icon/icon';
import type { MatrixFilters } from './matrix-address';

type Overdue = RemindersPreview['overdue'][number];

/** "Remind n States": shows of which dates and whom, and who is left out, before it does so. */
@Component({
  selector: 'en-remind-states',
  imports: [TranslocoPipe, ProblemNote, StateTile, Dialog, Icon],
  templateUrl: './remind-states.html',
  styleUrl: './remind-states.css',
})
export class RemindStates {
  readonly filters = input.required<MatrixFilters>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly key = new RetryKey();
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly open = signal(false);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly done = signal('');
  protected readonly preview = resource({
    params: () => ({
      acting: this.session.acting()?.organization.alias,
      ...{ language: this.language.current(), filters: JSON.stringify(this.filters()) },
    }),
    loader: () => this.api.get('follow-up/reminders', remindersPreview, { ...this.filters() }),
  });
  private readonly overdue = computed(() =>
    this.preview.hasValue() ? this.preview.value().overdue : [],
  );
  /** Nobody is written to where a date has no recipient or was reminded of today. */
  protected readonly waiting = computed(() =>
    this.overdue().filter(
      ({ remindedToday, recipients }) => !remindedToday && recipients.length > 0,
    ),
  );
  protected readonly leftOut = computed(() =>
    this.overdue().filter((one) => !this.waiting().includes(one)),
  );
  protected readonly states = computed(
    () => new Set(this.waiting().map(({ state }) => state)).size,
  );
  protected readonly more = computed(() => this.preview.hasValue() && this.preview.value().more);

  protected ask(): void {
    this.failure.set(null);
    this.done.set('');
    this.open.set(true);
  }

  /** "Commitment owner: National Migration Service (2)", and so on. */
  protected recipientsOf({ recipients }: Overdue): readonly string[] {
    const labels = LABELS.reminderRole[this.language.current()];
    return recipients.map(({ role, organizationId, people }) => {
      const name = this.reference.organizationName(organizationId);
      return `${labels[role]}: ${name}${people > 1 ? ` (${this.format.number(people)})` : ''}`;
    });
  }

  protected async remind(): Promise<void> {
    const commitments = this.waiting().map(({ commitment }) => commitment);
    if (commitments.length === 0 || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      const request = { commitments };
      const options = { idempotencyKey: this.key.for(request) };
      const path = 'follow-up/reminders';
      const { body } = await this.api.post(path, request, remindSeveralResponse, options);
      this.key.used();
      this.done.set(this.format.counted('commitments.remind.done', body.reminded.length));
      this.open.set(false);
      this.preview.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
