import { DOCUMENT, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemError } from '../../core/api/api';
import { ProblemNote } from '../../core/problems/problem-note';

/** What the server refused: a list at the top of the form that leads to each field. */
@Component({
  selector: 'en-field-faults',
  imports: [TranslocoPipe, ProblemNote],
  template: `
    <en-problem-note [problem]="problem()" />
    @if (faults().length > 0) {
      <ul class="note err" [attr.aria-label]="'form.faults' | transloco">
        @for (fault of faults(); track $index) {
          <li>
            @if (fault.id) {
              <button type="button" (click)="go(fault.id)">{{ fault.text }}</button>
            } @else {
              {{ fault.text }}
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .note {
      display: grid;
      gap: 4px;
      margin: 8px 0 16px;
    }
    button {
      border: 0;
      padding: 0;
      background: none;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
  `,
})
export class FieldFaults {
  readonly problem = input.required<unknown>();
  /** Which field a JSON pointer means, by its id on the page. */
  readonly fieldOf = input.required<(pointer: string) => string | null>();
  /** Name of the field with this id. */
  readonly nameOf = input.required<(id: string) => string>();
  private readonly document = inject(DOCUMENT);
  protected readonly faults = computed(() => {
    const problem = this.problem();
    if (!(problem instanceof ProblemError)) return [];
    return (problem.problem.errors ?? []).map(({ pointer, detail }) => {
      const id = this.fieldOf()(pointer);
      const name = id === null ? '' : this.nameOf()(id);
      return { id, text: name === '' ? detail : `${name}: ${detail}` };
    });
  });

  protected go(id: string): void {
    this.document.getElementById(id)?.focus();
  }
}
