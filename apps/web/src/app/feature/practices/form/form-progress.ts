import { DOCUMENT, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';
import { fieldIdOf, labelKeyOf } from './field-names';
import { WANTED } from './practice-form.model';

/** What is still empty before the practice can go to its reviewers; each line leads to its field. */
@Component({
  selector: 'en-form-progress',
  imports: [TranslocoPipe, Icon],
  template: `
    <section class="card" aria-labelledby="progress">
      <div class="card-head">
        <h2 id="progress">{{ 'practices.form.progress' | transloco }}</h2>
        <span class="m">{{ 'practices.form.partsOf' | transloco: counts() }}</span>
      </div>
      <div class="meter" aria-hidden="true"><i [style.width.%]="percent()"></i></div>
      <div class="cb">
        @if (missing().length === 0) {
          <p class="row"><en-icon name="check" />{{ 'practices.form.whole' | transloco }}</p>
        } @else {
          <p class="sm muted">{{ 'practices.form.stillEmpty' | transloco }}</p>
          <ul>
            @for (pointer of missing(); track pointer) {
              <li>
                <button type="button" (click)="go(pointer)">
                  {{ labelKeyOf(pointer) | transloco }}
                </button>
              </li>
            }
          </ul>
        }
      </div>
    </section>
  `,
  styles: `
    .meter {
      height: 8px;
      margin: 0 16px 12px;
      border-radius: 2px;
      background: var(--surface-3);
    }
    .meter i {
      display: block;
      height: 8px;
      border-radius: 2px;
      background: var(--c1);
    }
    button {
      min-height: 28px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--primary);
      text-align: start;
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
      cursor: pointer;
    }
  `,
})
export class FormProgress {
  readonly missing = input.required<readonly string[]>();
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly labelKeyOf = labelKeyOf;
  private readonly all = Object.keys(WANTED).length;
  protected readonly percent = computed(
    () => (100 * (this.all - this.missing().length)) / this.all,
  );
  protected readonly counts = computed(() => ({
    done: this.format.number(this.all - this.missing().length),
    all: this.format.number(this.all),
  }));

  protected go(pointer: string): void {
    this.document.getElementById(fieldIdOf(pointer))?.focus();
  }
}
