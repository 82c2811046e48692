import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { mailAnswer, mailsPage, type MailAnswer, type MailsPage as Page } from '@enlace/contract';
import { REMINDER_STATES } from '@enlace/domain';
import { Api, ProblemError } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { answerKey } from './mail-words';

/** How mails fared: which wait, which were refused and why; those given up on are tried again here. */
@Component({
  selector: 'en-mails-page',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Icon, PageHead, Skeleton],
  templateUrl: './mails-page.html',
  styleUrls: ['../../pattern/stacked-table.css', './mails-page.css'],
})
export class MailsPage {
  readonly state = input<string>();

  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly states = REMINDER_STATES;
  protected readonly answerKey = answerKey;
  /** The state of the filter; one that there is not is no filter. */
  protected readonly chosen = computed(() => this.states.find((one) => one === this.state()));
  protected readonly mayRetry = computed(() => this.session.can('system.retry-mails'));

  protected readonly first = resource({
    params: () =>
      this.session.known()
        ? {
            ...{ acting: this.session.acting()?.organization.alias ?? null },
            ...{ state: this.chosen() },
          }
        : undefined,
    loader: ({ params: { state } }) => this.read({ state }),
  });
  /** Everything read so far; begins again with every first page. */
  protected readonly page = linkedSignal(() => (this.first.hasValue() ? this.first.value() : null));
  protected readonly readingMore = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly retrying = signal<string | null>(null);
  protected readonly said = signal('');
  /** Whether the mail cannot go now because another to the same person goes first. */
  protected readonly isBehind = computed(() => {
    const error = this.failure();
    return error instanceof ProblemError && error.status === 409;
  });

  protected filter(state: string): void {
    void this.router.navigate([], { queryParams: { state: state === '' ? null : state } });
  }

  protected async more(): Promise<void> {
    const page = this.page();
    if (page?.next == null) return;
    this.readingMore.set(true);
    this.failure.set(null);
    try {
      const next = await this.read({ state: this.chosen(), cursor: page.next });
      // The filter may have changed meanwhile.
      if (this.page() === page) {
        this.page.set({ mails: [...page.mails, ...next.mails], next: next.next });
      }
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.readingMore.set(false);
    }
  }

  /** Tries a mail again; where somebody else was first, shows how it stands now. */
  protected async retry({ id, etag }: MailAnswer): Promise<void> {
    this.retrying.set(id);
    this.failure.set(null);
    this.said.set('');
    try {
      const options = { ifMatch: `"${etag}"` };
      const { body } = await this.api.post(`system/mails/${id}/retry`, {}, mailAnswer, options);
      this.put(body);
      this.said.set(this.format.text('system.retried'));
    } catch (error) {
      this.failure.set(error);
      if (error instanceof ProblemError && error.status === 412) await this.readAgain(id);
    } finally {
      this.retrying.set(null);
    }
  }

  private read(query: { state: MailAnswer['state'] | undefined; cursor?: string }): Promise<Page> {
    return this.api.get('system/mails', mailsPage, query);
  }

  private async readAgain(id: string): Promise<void> {
    try {
      this.put(await this.api.get(`system/mails/${id}`, mailAnswer));
    } catch (error) {
      this.failure.set(error);
    }
  }

  private put(mail: MailAnswer): void {
    this.page.update(
      (page) =>
        page && { ...page, mails: page.mails.map((one) => (one.id === mail.id ? mail : one)) },
    );
  }
}
