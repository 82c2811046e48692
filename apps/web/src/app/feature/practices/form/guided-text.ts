import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GuidedField, Language } from '@enlace/domain';
import { PRACTICE_GUIDE, countWords, wordAdvice } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';

/** Up to this many characters a field has one line. */
const ONE_LINE = 200;

/** One text of the guided form: label, help, what is typed, and advice on its number of words. */
@Component({
  selector: 'en-guided-text',
  imports: [TranslocoPipe, Icon],
  template: `
    <div class="field">
      <div class="head">
        <label [for]="fieldId()">{{ 'practices.label.' + field() | transloco }}</label>
        @if (optional()) {
          <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
        }
      </div>
      @if (original() === null) {
        <p class="xs muted" [id]="fieldId() + '-help'">
          {{ 'practices.help.' + field() | transloco }}
        </p>
      } @else {
        <p class="original" [id]="fieldId() + '-help'" [attr.lang]="originalLanguage()">
          {{ original() }}
        </p>
      }
      @if (short()) {
        <input
          #line
          autocomplete="off"
          [id]="fieldId()"
          [lang]="language()"
          [attr.maxlength]="guide().limit"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="fault() === '' ? null : true"
          [value]="value()"
          (input)="changed.emit(line.value)"
        />
      } @else {
        <textarea
          #text
          [rows]="rows()"
          [id]="fieldId()"
          [lang]="language()"
          [attr.maxlength]="guide().limit"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="fault() === '' ? null : true"
          [value]="value()"
          (input)="changed.emit(text.value)"
        ></textarea>
      }
      @if (fault()) {
        <p class="xs fault" [id]="fieldId() + '-fault'"><en-icon name="warning" />{{ fault() }}</p>
      }
      <p class="xs words" [class.off]="off()" [id]="fieldId() + '-words'">{{ advice() }}</p>
    </div>
  `,
  styles: `
    .field {
      margin-bottom: 20px;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 8px;
    }
    label {
      font-weight: 500;
    }
    .muted,
    .original {
      max-width: 68ch;
      margin-bottom: 6px;
    }
    .head .muted {
      margin: 0;
    }
    .original {
      padding: 8px 12px;
      border-radius: 8px;
      background: var(--surface-2);
      font: 400 15px/23px var(--serif);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .original:empty {
      display: none;
    }
    textarea {
      padding: 8px 12px;
      line-height: 22px;
      resize: vertical;
      field-sizing: content;
      min-height: 64px;
    }
    [aria-invalid] {
      border-color: var(--over-text);
    }
    .words {
      margin-top: 4px;
      color: var(--ink-3);
    }
    .words.off {
      color: var(--warn);
    }
    .fault {
      display: flex;
      gap: 6px;
      align-items: center;
      margin-top: 4px;
      color: var(--over-text);
    }
    @media (max-width: 760px) {
      input {
        min-height: 48px;
      }
    }
  `,
})
export class GuidedText {
  readonly field = input.required<GuidedField>();
  readonly fieldId = input.required<string>();
  readonly language = input.required<Language>();
  readonly value = input.required<string>();
  readonly optional = input(false);
  readonly rows = input(3);
  /** What the server has against it. */
  readonly fault = input('');
  /** The original that is being translated; it stands in the place of the help. */
  readonly original = input<string | null>(null);
  readonly originalLanguage = input<Language | null>(null);
  readonly changed = output<string>();
  private readonly format = inject(Format);

  protected readonly guide = computed(() => PRACTICE_GUIDE[this.field()]);
  protected readonly short = computed(() => this.guide().limit <= ONE_LINE);
  protected readonly off = computed(() =>
    ['short', 'long'].includes(wordAdvice(this.field(), this.value())),
  );
  protected readonly advice = computed(() => {
    const { from, to } = this.guide();
    const said = wordAdvice(this.field(), this.value());
    const values = { from: this.format.number(from), to: this.format.number(to) };
    const count = this.format.counted('practices.words', countWords(this.value()));
    const advice = this.format.text(`practices.advice.${said}`, values);
    return said === 'empty' ? advice : `${count}. ${advice}`;
  });
  protected readonly describedBy = computed(() => {
    const id = this.fieldId();
    const fault = this.fault() === '' ? [] : [`${id}-fault`];
    return [`${id}-help`, ...fault, `${id}-words`].join(' ');
  });
}
