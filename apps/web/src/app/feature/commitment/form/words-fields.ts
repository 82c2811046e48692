import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Language } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import type { TypedWords } from './commitment-form.model';

/** Title, deliverable and means of verification in one language. */
@Component({
  selector: 'en-words-fields',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    <label class="field">
      <span>{{ 'commitment.form.title' | transloco }}</span>
      <input
        #title
        maxlength="200"
        [id]="'title-' + language()"
        [lang]="language()"
        [value]="words().title"
        (input)="set({ title: title.value })"
      />
    </label>
    <label class="field">
      <span>{{ 'deliverable' | codeLabel: 'gatePart' }}</span>
      <span class="xs muted">{{ 'commitment.form.deliverableHelp' | transloco }}</span>
      <textarea
        #deliverable
        rows="3"
        maxlength="2000"
        [id]="'deliverable-' + language()"
        [lang]="language()"
        [value]="words().deliverable"
        (input)="set({ deliverable: deliverable.value })"
      ></textarea>
    </label>
    <label class="field">
      <span>{{ 'verification' | codeLabel: 'gatePart' }}</span>
      <span class="xs muted">{{ 'commitment.form.verificationHelp' | transloco }}</span>
      <textarea
        #verification
        rows="2"
        maxlength="1000"
        [id]="'verification-' + language()"
        [lang]="language()"
        [value]="words().verification"
        (input)="set({ verification: verification.value })"
      ></textarea>
    </label>
  `,
  styles: `
    span {
      display: block;
    }
  `,
})
export class WordsFields {
  readonly language = input.required<Language>();
  readonly words = input.required<TypedWords>();
  readonly changed = output<TypedWords>();

  protected set(change: Partial<TypedWords>): void {
    this.changed.emit({ ...this.words(), ...change });
  }
}
