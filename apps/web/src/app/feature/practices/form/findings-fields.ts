import { DOCUMENT, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeWords } from '@enlace/contract';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';
import { GuidedText } from './guided-text';
import type { PracticeForm } from './practice-form.model';
import { MOST, adding, removing, withArranged, withItem } from './practice-form.model';

/** Evidence of result: a figure, what it counts, and where it is from; what is not known is one too. */
@Component({
  selector: 'en-findings-fields',
  imports: [TranslocoPipe, Icon, GuidedText],
  template: `
    <ul>
      @for (finding of form().words.findings; track $index) {
        <li>
          <span class="n" aria-hidden="true">{{ $index + 1 }}</span>
          <div
            role="group"
            [attr.aria-label]="'practices.form.finding' | transloco: { n: $index + 1 }"
          >
            <en-guided-text
              field="findingFigure"
              [fieldId]="'finding-figure-' + $index"
              [language]="form().language"
              [value]="finding.figure"
              (changed)="set($index, { figure: $event })"
            />
            <en-guided-text
              field="findingWhat"
              [fieldId]="'finding-what-' + $index"
              [language]="form().language"
              [value]="finding.what"
              (changed)="set($index, { what: $event })"
            />
            <en-guided-text
              field="findingSource"
              [fieldId]="'finding-source-' + $index"
              [language]="form().language"
              [value]="finding.source"
              (changed)="set($index, { source: $event })"
            />
            <p class="moves">
              <button type="button" class="btn sm" (click)="remove($index)">
                <en-icon name="close" />{{ 'form.remove' | transloco
                }}<span class="vh"
                  >: {{ 'practices.form.finding' | transloco: { n: $index + 1 } }}</span
                >
              </button>
            </p>
          </div>
        </li>
      }
    </ul>
    <p class="row wrap">
      <button
        type="button"
        class="btn"
        id="findings"
        [disabled]="form().words.findings.length >= most"
        (click)="add()"
      >
        <en-icon name="add" />{{ 'practices.form.addFinding' | transloco }}
      </button>
      @if (before() !== null) {
        <button type="button" class="btn" id="finding-undo" (click)="undo()">
          <en-icon name="undo" />{{ 'practices.form.undo' | transloco }}
        </button>
      }
      <span role="status" class="xs muted">{{ told() }}</span>
    </p>
  `,
  styleUrl: './item-list.css',
})
export class FindingsFields {
  readonly form = input.required<PracticeForm>();
  readonly changed = output<(form: PracticeForm) => PracticeForm>();
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly most = MOST.findings;
  protected readonly told = signal('');
  /** The form before a finding was taken out; null where there is no way back. */
  protected readonly before = signal<PracticeForm | null>(null);

  protected set(at: number, change: Partial<PracticeWords['findings'][number]>): void {
    this.before.set(null);
    this.changed.emit((form) => ({ ...form, words: withItem(form.words, 'findings', at, change) }));
  }

  protected add(): void {
    const at = this.form().words.findings.length;
    this.before.set(null);
    this.told.set('');
    this.changed.emit((form) => withArranged(form, 'findings', adding));
    this.focus(`finding-figure-${at}`);
  }

  protected remove(at: number): void {
    this.before.set(this.form());
    this.told.set(this.format.text('practices.form.removedFinding', { n: String(at + 1) }));
    this.changed.emit((form) => withArranged(form, 'findings', removing(at)));
    this.focus('finding-undo');
  }

  protected undo(): void {
    const before = this.before();
    if (before === null) return;
    this.before.set(null);
    this.told.set('');
    this.changed.emit((form) => ({
      ...form,
      words: { ...form.words, findings: before.words.findings },
      translations: before.translations,
    }));
    this.focus('findings');
  }

  /** What gets the focus is drawn after this turn. */
  private focus(id: string): void {
    setTimeout(() => this.document.getElementById(id)?.focus());
  }
}
