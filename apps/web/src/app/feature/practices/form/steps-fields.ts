import { DOCUMENT, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';
import { GuidedText } from './guided-text';
import type { PracticeForm } from './practice-form.model';
import { MOST, adding, moving, removing, withArranged, withItem } from './practice-form.model';

type Change = (form: PracticeForm) => PracticeForm;

/** The numbered steps: added, moved by keyboard, and taken out again with a way back. */
@Component({
  selector: 'en-steps-fields',
  imports: [TranslocoPipe, Icon, GuidedText],
  template: `
    <ol [attr.aria-label]="'practices.label.steps' | transloco">
      @for (step of form().words.steps; track $index) {
        <li>
          <span class="n" aria-hidden="true">{{ $index + 1 }}</span>
          <div
            role="group"
            [attr.aria-label]="'practices.form.step' | transloco: { n: $index + 1 }"
          >
            <en-guided-text
              field="stepTitle"
              [fieldId]="'step-title-' + $index"
              [language]="form().language"
              [value]="step.title"
              (changed)="set($index, { title: $event })"
            />
            <en-guided-text
              field="stepBody"
              [fieldId]="'step-body-' + $index"
              [language]="form().language"
              [value]="step.body"
              (changed)="set($index, { body: $event })"
            />
            <p class="moves">
              <button
                type="button"
                class="btn sm"
                [id]="'step-up-' + $index"
                [disabled]="$first"
                (click)="move($index, -1)"
              >
                <en-icon name="keyboard_arrow_up" />{{ 'practices.form.up' | transloco
                }}<span class="vh"
                  >: {{ 'practices.form.step' | transloco: { n: $index + 1 } }}</span
                >
              </button>
              <button
                type="button"
                class="btn sm"
                [id]="'step-down-' + $index"
                [disabled]="$last"
                (click)="move($index, 1)"
              >
                <en-icon name="keyboard_arrow_down" />{{ 'practices.form.down' | transloco
                }}<span class="vh"
                  >: {{ 'practices.form.step' | transloco: { n: $index + 1 } }}</span
                >
              </button>
              <button type="button" class="btn sm" (click)="remove($index)">
                <en-icon name="close" />{{ 'form.remove' | transloco
                }}<span class="vh"
                  >: {{ 'practices.form.step' | transloco: { n: $index + 1 } }}</span
                >
              </button>
            </p>
          </div>
        </li>
      }
    </ol>
    <p class="row wrap">
      <button
        type="button"
        class="btn"
        id="steps"
        [disabled]="form().words.steps.length >= most"
        (click)="add()"
      >
        <en-icon name="add" />{{ 'practices.form.addStep' | transloco }}
      </button>
      @if (before() !== null) {
        <button type="button" class="btn" id="step-undo" (click)="undo()">
          <en-icon name="undo" />{{ 'practices.form.undo' | transloco }}
        </button>
      }
      <span role="status" class="xs muted">{{ told() }}</span>
    </p>
  `,
  styleUrl: './item-list.css',
})
export class StepsFields {
  readonly form = input.required<PracticeForm>();
  readonly changed = output<Change>();
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly most = MOST.steps;
  protected readonly told = signal('');
  /** The form before a step was taken out; null where there is no way back. */
  protected readonly before = signal<PracticeForm | null>(null);

  protected set(at: number, change: { title?: string; body?: string }): void {
    this.before.set(null);
    this.changed.emit((form) => ({ ...form, words: withItem(form.words, 'steps', at, change) }));
  }

  protected add(): void {
    const at = this.form().words.steps.length;
    this.arrange((form) => withArranged(form, 'steps', adding));
    this.focus(`step-title-${at}`);
  }

  protected move(at: number, by: -1 | 1): void {
    const to = at + by;
    this.arrange((form) => withArranged(form, 'steps', moving(at, to)));
    this.told.set(
      this.format.text('practices.form.moved', { from: String(at + 1), to: String(to + 1) }),
    );
    // At an end the button that was pressed can do no more: its neighbour takes the focus.
    const last = this.form().words.steps.length - 1;
    const forward = by > 0 ? to < last : to === 0;
    this.focus(`step-${forward ? 'down' : 'up'}-${to}`);
  }

  protected remove(at: number): void {
    const before = this.form();
    this.arrange((form) => withArranged(form, 'steps', removing(at)));
    this.before.set(before);
    this.told.set(this.format.text('practices.form.removed', { n: String(at + 1) }));
    this.focus('step-undo');
  }

  protected undo(): void {
    const before = this.before();
    if (before === null) return;
    this.arrange((form) => ({
      ...form,
      words: { ...form.words, steps: before.words.steps },
      translations: before.translations,
    }));
    this.focus('steps');
  }

  private arrange(change: Change): void {
    this.before.set(null);
    this.told.set('');
    this.changed.emit(change);
  }

  /** What gets the focus is drawn after this turn. */
  private focus(id: string): void {
    setTimeout(() => this.document.getElementById(id)?.focus());
  }
}
