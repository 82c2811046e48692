import { Component, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { practiceWritten } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { LANGUAGES } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { PageHead } from '../../../ui/page-head';
import { GuidedText } from './guided-text';

/** The shortest title that the server accepts. */
const SHORTEST = 3;

/** Begins a practice: its title and the language in which it is written down. */
@Component({
  selector: 'en-new-practice',
  imports: [RouterLink, TranslocoPipe, CodeLabel, ProblemNote, PageHead, GuidedText],
  template: `
    <en-page-head
      [title]="'practices.form.new' | transloco"
      [path]="[{ label: 'practices.all' | transloco, link: '/practices' }]"
      [subtitle]="'practices.form.aboutNew' | transloco"
    />
    <en-problem-note [problem]="failure()" />
    <form class="card" (submit)="$event.preventDefault(); begin()">
      <label class="field short">
        <span>{{ 'practices.form.writtenIn' | transloco }}</span>
        <select
          #list
          id="language"
          (change)="chosen.set(languages[list.selectedIndex] ?? chosen())"
        >
          @for (language of languages; track language) {
            <option [value]="language" [selected]="language === chosen()">
              {{ language | codeLabel: 'language' }}
            </option>
          }
        </select>
      </label>
      <en-guided-text
        field="title"
        fieldId="text-title"
        [language]="chosen()"
        [value]="title()"
        [fault]="fault()"
        (changed)="title.set($event)"
      />
      <p class="acts">
        <a class="btn" routerLink="/practices">{{ 'practices.goBack' | transloco }}</a>
        <button
          type="submit"
          class="btn btn-filled"
          [disabled]="sending() || title().trim().length < shortest"
        >
          {{ 'practices.form.begin' | transloco }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-width: 760px;
      padding: 16px;
    }
    .short {
      max-width: 320px;
    }
    .short span {
      display: block;
      font-weight: 500;
    }
    .acts {
      justify-content: flex-end;
    }
  `,
})
export class NewPractice {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly retryKey = new RetryKey();
  protected readonly languages = LANGUAGES;
  protected readonly shortest = SHORTEST;
  protected readonly chosen = linkedSignal<LanguageCode>(() => this.language.current());
  protected readonly title = signal('');
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected fault(): string {
    const failure = this.failure();
    const errors = failure instanceof ProblemError ? (failure.problem.errors ?? []) : [];
    return errors.find(({ pointer }) => pointer === '/title')?.detail ?? '';
  }

  protected async begin(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    const request = { language: this.chosen(), title: this.title().trim() };
    try {
      const idempotencyKey = this.retryKey.for(request);
      const { body } = await this.api.post('practices', request, practiceWritten, {
        idempotencyKey,
      });
      this.retryKey.used();
      await this.router.navigate(['/practices', body.id, 'edit']);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
