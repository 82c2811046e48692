import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Language } from '../../core/i18n/language';
import { searchNationalities } from './model/nationality-search';

/** How many are shown at once. */
const MOST = 8;

/** Finds a nationality by its name in any of the four languages, or by its code. */
@Component({
  selector: 'en-nationality-finder',
  imports: [TranslocoPipe],
  template: `
    <label class="f">
      <span>{{ 'entry.addNationality' | transloco }}</span>
      <input
        #box
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls="nationalities-found"
        [attr.aria-expanded]="found().length > 0"
        [attr.aria-activedescendant]="
          found().length > 0 ? 'nationality-' + found()[active()]?.code : null
        "
        [value]="text()"
        (input)="search(box.value)"
        (keydown)="pressed($event)"
      />
    </label>
    <ul id="nationalities-found" role="listbox" [attr.aria-label]="'entry.nationality' | transloco">
      @for (one of found(); track one.code) {
        <li
          role="option"
          [id]="'nationality-' + one.code"
          [attr.aria-selected]="$index === active()"
          (mousedown)="choose(one.code)"
        >
          <span class="iso">{{ one.code }}</span> {{ one.name }}
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      position: relative;
      display: inline-block;
    }
    input {
      border: 0;
      background: none;
      min-height: 32px;
      min-width: 180px;
    }
    ul:empty {
      display: none;
    }
    ul {
      position: absolute;
      z-index: 5;
      min-width: 260px;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: 8px;
      padding: 4px;
      box-shadow: 0 12px 32px rgb(0 20 28 / 0.18);
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 6px 8px;
      border-radius: 6px;
      cursor: pointer;
    }
    li[aria-selected='true'] {
      background: var(--primary-container);
      color: var(--on-primary-container);
    }
  `,
})
export class NationalityFinder {
  readonly taken = input.required<ReadonlySet<string>>();
  readonly chosen = output<string>();
  private readonly language = inject(Language);
  protected readonly text = signal('');
  protected readonly active = signal(0);
  protected readonly found = computed(() =>
    this.text().trim() === ''
      ? []
      : searchNationalities(this.text(), this.language.current(), this.taken()).slice(0, MOST),
  );

  protected search(text: string): void {
    this.text.set(text);
    this.active.set(0);
  }

  protected pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.found().length;
    const one = this.found()[this.active()];
    if (step !== undefined && count > 0) this.active.update((at) => (at + step + count) % count);
    else if (event.key === 'Enter' && one !== undefined) this.choose(one.code);
    else if (event.key === 'Escape') this.text.set('');
    else return;
    event.preventDefault();
  }

  protected choose(code: string): void {
    this.text.set('');
    this.chosen.emit(code);
  }
}
