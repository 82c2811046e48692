import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse, QuestionAnswer, QuestionsResponse } from '@enlace/contract';
import { questionAnswer, questionsResponse } from '@enlace/contract';
import { Api } from '../../../../core/api/api';
import { RetryKey } from '../../../../core/api/retry-key';
import { Session } from '../../../../core/auth/session';
import { Format } from '../../../../core/i18n/format';
import { EnDate } from '../../../../core/i18n/format-pipes';
import { Language } from '../../../../core/i18n/language';
import { LiveUpdates } from '../../../../core/live/live-updates';
import { ProblemNote } from '../../../../core/problems/problem-note';
import { Icon } from '../../../../ui/icon/icon';
import { Skeleton } from '../../../../ui/skeleton';
import { WordsForm } from './words-form';

/** What readers asked about a practice, and what its organization answered. */
@Component({
  selector: 'en-question-list',
  imports: [TranslocoPipe, EnDate, ProblemNote, Icon, Skeleton, WordsForm],
  templateUrl: './question-list.html',
  styleUrl: './question-list.css',
})
export class QuestionList {
  readonly practice = input.required<PracticeResponse>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  private readonly retryKey = new RetryKey();

  private readonly path = computed(() => `practices/${this.practice().id}/questions`);
  protected readonly read = resource({
    params: () => ({ path: this.path(), acting: this.session.acting()?.organization.alias }),
    loader: ({ params: { path } }) => this.api.get(path, questionsResponse),
  });
  /** Earlier pages, after the first. */
  private readonly earlier = signal<{ of: QuestionsResponse; more: QuestionsResponse } | null>(
    null,
  );
  protected readonly page = computed<QuestionsResponse | null>(() => {
    const first = this.read.hasValue() ? this.read.value() : null;
    const earlier = this.earlier();
    if (first === null || earlier?.of !== first) return first;
    return {
      questions: [...first.questions, ...earlier.more.questions],
      next: earlier.more.next,
    };
  });
  protected readonly mayAsk = computed(
    () =>
      this.session.can('practices.ask') &&
      this.practice().state === 'published' &&
      this.practice().organization !== this.session.acting()?.organization.id,
  );
  protected readonly writing = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly said = signal('');

  constructor() {
    inject(LiveUpdates).on(
      (update) => update.kind === 'practice' && update.id === this.practice().id,
      () => this.read.reload(),
    );
  }

  protected write(what: string | null): void {
    this.failure.set(null);
    this.said.set('');
    this.writing.set(what);
  }

  protected ask(body: string): Promise<void> {
    const request = { body, language: this.language.current() };
    const idempotencyKey = this.retryKey.for({ path: this.path(), request });
    return this.send('asked', async () => {
      await this.api.post(this.path(), request, questionAnswer, { idempotencyKey });
      this.retryKey.used();
    });
  }

  protected answer({ id, etag }: QuestionAnswer, body: string): Promise<void> {
    const request = { body, language: this.language.current() };
    return this.send('answered', () =>
      this.api.post(`questions/${id}/answer`, request, questionAnswer, { ifMatch: `"${etag}"` }),
    );
  }

  protected async more(): Promise<void> {
    const first = this.read.hasValue() ? this.read.value() : null;
    const page = this.page();
    if (first === null || page?.next == null || this.sending()) return;
    this.sending.set(true);
    try {
      const next = await this.api.get(this.path(), questionsResponse, { after: page.next });
      const before = this.earlier();
      const known = before?.of === first ? before.more.questions : [];
      const questions = [...known, ...next.questions];
      this.earlier.set({ of: first, more: { questions, next: next.next } });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  private async send(did: 'asked' | 'answered', act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      await act();
      this.writing.set(null);
      this.said.set(this.format.text(`practices.question.${did}`));
      this.read.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
