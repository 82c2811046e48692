import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeWords } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Icon } from '../../../ui/icon/icon';
import { GuidedText } from './guided-text';
import type { PracticeForm, TypedTranslation } from './practice-form.model';
import { blankWords, withItem } from './practice-form.model';

/** Texts of the form that are no list, in its order. */
const FIELDS = [
  ...(['title', 'summary', 'problem', 'legalBasis', 'whoDoesWhat', 'resources'] as const),
  ...(['conditions', 'didNotWork'] as const),
];

/** One translation beside the original, which stands above each field. */
@Component({
  selector: 'en-translation-panel',
  imports: [TranslocoPipe, CodeLabel, Icon, GuidedText],
  template: `
    @if (translation(); as one) {
      @if (one.status === 'machine') {
        <div class="note warn">
          <en-icon name="warning" />
          <div>
            <p>{{ 'practices.machine' | transloco }}</p>
            <button type="button" class="btn sm" (click)="confirm()">
              {{ 'practices.form.confirmTranslation' | transloco }}
            </button>
          </div>
        </div>
      } @else {
        <p class="note ok"><en-icon name="check" />{{ 'practices.form.confirmed' | transloco }}</p>
      }
      @for (field of fields(); track field) {
        <en-guided-text
          [field]="field"
          [fieldId]="id(field)"
          [language]="language()"
          [value]="one.words[field]"
          [original]="form().words[field]"
          [originalLanguage]="form().language"
          [fault]="faults()['/text/' + field] ?? ''"
          (changed)="set(field, $event)"
        />
      }
      @for (step of form().words.steps; track $index) {
        <fieldset>
          <legend>{{ 'practices.form.step' | transloco: { n: $index + 1 } }}</legend>
          <en-guided-text
            field="stepTitle"
            [fieldId]="id('step-title-' + $index)"
            [language]="language()"
            [value]="one.words.steps[$index]?.title ?? ''"
            [original]="step.title"
            [originalLanguage]="form().language"
            (changed)="change(withItem(one.words, 'steps', $index, { title: $event }))"
          />
          <en-guided-text
            field="stepBody"
            [fieldId]="id('step-body-' + $index)"
            [language]="language()"
            [value]="one.words.steps[$index]?.body ?? ''"
            [original]="step.body"
            [originalLanguage]="form().language"
            (changed)="change(withItem(one.words, 'steps', $index, { body: $event }))"
          />
        </fieldset>
      }
      @for (finding of form().words.findings; track $index) {
        <fieldset>
          <legend>{{ 'practices.form.finding' | transloco: { n: $index + 1 } }}</legend>
          <en-guided-text
            field="findingFigure"
            [fieldId]="id('finding-figure-' + $index)"
            [language]="language()"
            [value]="one.words.findings[$index]?.figure ?? ''"
            [original]="finding.figure"
            [originalLanguage]="form().language"
            (changed)="change(withItem(one.words, 'findings', $index, { figure: $event }))"
          />
          <en-guided-text
            field="findingWhat"
            [fieldId]="id('finding-what-' + $index)"
            [language]="language()"
            [value]="one.words.findings[$index]?.what ?? ''"
            [original]="finding.what"
            [originalLanguage]="form().language"
            (changed)="change(withItem(one.words, 'findings', $index, { what: $event }))"
          />
          <en-guided-text
            field="findingSource"
            [fieldId]="id('finding-source-' + $index)"
            [language]="language()"
            [value]="one.words.findings[$index]?.source ?? ''"
            [original]="finding.source"
            [originalLanguage]="form().language"
            (changed)="change(withItem(one.words, 'findings', $index, { source: $event }))"
          />
        </fieldset>
      }
    } @else {
      <p class="none">
        {{
          'practices.form.noTranslation'
            | transloco: { language: (language() | codeLabel: 'language') }
        }}
      </p>
      <button type="button" class="btn" (click)="begin()">
        <en-icon name="add" />{{ 'practices.form.beginTranslation' | transloco }}
      </button>
    }
  `,
  styles: `
    .note {
      margin-bottom: 16px;
    }
    .note .btn {
      margin-top: 8px;
    }
    .none {
      margin-bottom: 12px;
    }
    fieldset {
      border: 1px solid var(--line);
      border-radius: 8px;
      padding: 8px 12px 0;
      margin: 0 0 16px;
      min-width: 0;
    }
  `,
})
export class TranslationPanel {
  readonly form = input.required<PracticeForm>();
  readonly language = input.required<Language>();
  /** What the server has against this translation, by pointer. */
  readonly faults = input<Readonly<Record<string, string>>>({});
  readonly changed = output<(form: PracticeForm) => PracticeForm>();
  protected readonly withItem = withItem;
  protected readonly translation = computed(() => this.form().translations[this.language()]);
  /** An empty original asks for no translation. */
  protected readonly fields = computed(() =>
    FIELDS.filter((field) => this.form().words[field].trim() !== ''),
  );

  protected id(field: string): string {
    return `${this.language()}-${field}`;
  }

  protected set(field: (typeof FIELDS)[number], text: string): void {
    const words = this.translation()?.words;
    if (words) this.change({ ...words, [field]: text });
  }

  protected change(words: PracticeWords): void {
    this.put((before) => ({ status: before?.status ?? 'machine', words }));
  }

  protected begin(): void {
    const words = blankWords(this.form().words);
    this.put(() => ({ status: 'machine', words }));
  }

  protected confirm(): void {
    this.put((before) => before && { ...before, status: 'human' });
  }

  private put(make: (before?: TypedTranslation) => TypedTranslation | undefined): void {
    const language = this.language();
    this.changed.emit((form) => {
      const made = make(form.translations[language]);
      return made ? { ...form, translations: { ...form.translations, [language]: made } } : form;
    });
  }
}
