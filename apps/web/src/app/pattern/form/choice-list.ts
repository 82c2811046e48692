import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** One thing to choose. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** From how many on there is a field to search them. */
const SEARCHED_FROM = 9;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Several out of a list, with a field to find them. */
@Component({
  selector: 'en-choice-list',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend>
        {{ legend() }} <span class="muted">({{ chosen().length }})</span>
      </legend>
      @if (choices().length >= searchedFrom) {
        <label class="find">
          <span>{{ 'form.find' | transloco }}</span>
          <input #box type="search" [value]="text()" (input)="text.set(box.value)" />
        </label>
      }
      <ul>
        @for (one of shown(); track one.id) {
          <li>
            <label>
              <input
                #tick
                type="checkbox"
                [checked]="taken().has(one.id)"
                (change)="set(one.id, tick.checked)"
              />
              {{ one.label }}
            </label>
          </li>
        }
      </ul>
    </fieldset>
  `,
  styles: `
    fieldset {
      border: 1px solid var(--line);
      border-radius: 8px;
      padding: 8px 12px;
      margin: 0 0 16px;
      min-width: 0;
    }
    legend {
      padding: 0 4px;
    }
    input[type='search'] {
      width: 100%;
      min-height: 36px;
      border: 1px solid var(--control);
      border-radius: 8px;
      background: var(--surface);
      padding: 0 12px;
      margin-bottom: 8px;
    }
    label.find {
      display: block;
    }
    .find span {
      display: block;
      font-size: 12px;
      line-height: 16px;
      color: var(--ink-3);
      margin-bottom: 4px;
    }
    ul {
      max-height: 220px;
      overflow-y: auto;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
    }
  `,
})
export class ChoiceList {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly changed = output<readonly string[]>();
  protected readonly searchedFrom = SEARCHED_FROM;
  protected readonly text = signal('');
  protected readonly taken = computed(() => new Set(this.chosen()));
  protected readonly shown = computed(() => {
    const wanted = folded(this.text().trim());
    return this.choices().filter(({ label }) => folded(label).includes(wanted));
  });

  protected set(id: string, chosen: boolean): void {
    const others = this.chosen().filter((one) => one !== id);
    this.changed.emit(chosen ? [...others, id] : others);
  }
}
