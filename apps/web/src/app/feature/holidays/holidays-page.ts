import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { holidayAnswer, holidaysResponse, type HolidayAnswer } from '@enlace/contract';
import { dayIn } from '@enlace/domain';
import { Api } from '../../core/api/api';
import { RetryKey } from '../../core/api/retry-key';
import { Session } from '../../core/auth/session';
import { Format } from '../../core/i18n/format';
import { Language } from '../../core/i18n/language';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';

/** Public holidays of the own State: what the library knows, what was added, and what was struck out. */
@Component({
  selector: 'en-holidays-page',
  imports: [RouterLink, TranslocoPipe, ProblemNote, Icon, PageHead, Skeleton],
  templateUrl: './holidays-page.html',
  styleUrl: './holidays-page.css',
})
export class HolidaysPage {
  /** The year in the address. */
  readonly year = input<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly key = new RetryKey();
  protected readonly format = inject(Format);
  protected readonly reference = inject(Reference);

  /** Today where the acting organization is: the first day that may still be changed. */
  protected readonly first = computed(() =>
    dayIn(new Date(), this.session.acting()?.timeZone ?? 'UTC'),
  );
  protected readonly shown = computed(() => {
    const asked = Number(this.year());
    return Number.isInteger(asked) && asked >= 2000 && asked <= 2100
      ? asked
      : Number(this.first().slice(0, 4));
  });
  protected readonly state = computed(() => this.session.acting()?.organization.state ?? '');
  protected readonly read = resource({
    params: () => {
      const acting = this.session.acting()?.organization.alias;
      return acting === undefined ? undefined : { acting, year: this.shown() };
    },
    loader: ({ params: { year } }) => this.api.get('holidays', holidaysResponse, { year }),
  });
  protected readonly on = signal('');
  protected readonly name = signal('');
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly said = signal('');
  protected readonly ready = computed(
    () => this.on() >= this.first() && this.name().trim().length >= 2,
  );

  /** Working days that have passed are not counted anew. */
  protected isOpen({ on }: HolidayAnswer): boolean {
    return on >= this.first();
  }

  protected weekday({ on }: HolidayAnswer): string {
    const format = new Intl.DateTimeFormat(this.language.current(), {
      ...{ weekday: 'long', timeZone: 'UTC' },
    });
    return format.format(new Date(`${on}T00:00:00Z`));
  }

  protected add(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.ready()) return Promise.resolve();
    const request = { on: this.on(), name: this.name().trim() };
    return this.send('holidays.added', async () => {
      const options = { idempotencyKey: this.key.for(request) };
      await this.api.post('holidays', request, holidayAnswer, options);
      this.key.used();
      this.on.set('');
      this.name.set('');
    });
  }

  protected strike({ on, name, struck, etag }: HolidayAnswer): Promise<void> {
    return this.send(struck ? 'holidays.restored' : 'holidays.wasStruck', async () => {
      const change = { name, struck: !struck };
      await this.api.put(`holidays/${on}`, change, holidayAnswer, { ifMatch: `"${etag}"` });
    });
  }

  private async send(done: string, act: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    this.said.set('');
    try {
      await act();
      this.said.set(this.format.text(done));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
      this.read.reload();
    }
  }
}
