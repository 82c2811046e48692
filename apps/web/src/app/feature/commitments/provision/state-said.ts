import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StateResponseAnswer } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';
import { Language } from '../../../core/i18n/language';

type Said = Pick<StateResponseAnswer, 'position' | 'on' | 'texts'>;

/** What a State said of a provision: in the reader's language beside the original, and what it said before. */
@Component({
  selector: 'en-state-said',
  imports: [TranslocoPipe, CodeLabel, EnDate],
  template: `
    <p class="sm">
      <b>{{ answer().position | codeLabel: 'statePosition' }}</b>
      <span class="muted">{{ answer().on | enDate }}</span>
      <span [attr.lang]="now().text.language">{{ now().text.body }}</span>
    </p>
    @if (now().original; as original) {
      <details class="xs">
        <summary>
          {{
            'commitments.original'
              | transloco: { language: (original.language | codeLabel: 'language') }
          }}
        </summary>
        <p [attr.lang]="original.language">{{ original.body }}</p>
      </details>
    }
    @if (before().length > 0) {
      <details class="xs">
        <summary>
          {{ 'commitments.respond.earlier' | transloco: { count: before().length } }}
        </summary>
        @for (one of before(); track one.version) {
          <p>
            <b>{{ one.position | codeLabel: 'statePosition' }}</b>
            <span class="muted">{{ one.on | enDate }}</span>
            <span [attr.lang]="one.text.language">{{ one.text.body }}</span>
          </p>
        }
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    summary {
      cursor: pointer;
      color: var(--primary);
      padding: 4px 0;
    }
  `,
})
export class StateSaid {
  readonly answer = input.required<StateResponseAnswer>();
  private readonly language = inject(Language);
  protected readonly now = computed(() => this.read(this.answer()));
  protected readonly before = computed(() =>
    this.answer().earlier.map((one) => ({ ...one, text: this.read(one).text })),
  );

  private read({ texts }: Said) {
    const original = texts.find(({ status }) => status === 'original');
    const text = texts.find(({ language }) => language === this.language.current()) ?? original;
    return {
      text: text ?? { language: this.language.current(), body: '' },
      original: text === original ? null : (original ?? null),
    };
  }
}
