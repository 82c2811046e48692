import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProvisionSummary } from '@enlace/contract';
import { Language } from '../../core/i18n/language';
import { Icon } from '../../ui/icon/icon';

/** How many are offered at once. */
const MOST = 8;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Provisions that the commitment answers, found by number or words of their titles. */
@Component({
  selector: 'en-provision-choice',
  imports: [TranslocoPipe, Icon],
  template: `
    <ul class="chosen">
      @for (one of picked(); track one.id) {
        <li>
          <span class="iso">{{ one.number }}</span>
          <span>{{ one.titles[language.current()] }}</span>
          <button type="button" class="btn sm" (click)="remove(one.id)">
            <en-icon name="close" /><span class="vh"
              >{{ 'form.remove' | transloco }}: {{ one.number }}</span
            >
          </button>
        </li>
      }
    </ul>
    <label class="field">
      <span>{{ 'form.findProvision' | transloco }}</span>
      <input
        #box
        id="provisions"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls="provisions-found"
        [attr.aria-expanded]="found().length > 0"
        [attr.aria-activedescendant]="
          found().length > 0 ? 'provision-' + found()[active()]?.number : null
        "
        [value]="text()"
        (input)="search(box.value)"
        (focus)="open.set(true)"
        (blur)="open.set(false)"
        (keydown)="press($event)"
      />
    </label>
    <ul
      id="provisions-found"
      class="found"
      role="listbox"
      [attr.aria-label]="'form.provisions' | transloco"
    >
      @for (one of found(); track one.id) {
        <li
          role="option"
          [id]="'provision-' + one.number"
          [attr.aria-selected]="$index === active()"
          (mousedown)="choose($event, one)"
        >
          <span class="iso">{{ one.number }}</span> {{ one.titles[language.current()] }}
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    .chosen li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 10px;
      align-items: center;
      padding: 4px 0;
    }
    .chosen:not(:empty) {
      margin-bottom: 8px;
    }
    .field {
      margin-bottom: 0;
    }
    .found:empty {
      display: none;
    }
    .found {
      position: absolute;
      z-index: 5;
      inset-inline: 0;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: 8px;
      padding: 4px;
      box-shadow: 0 12px 32px rgb(0 20 28 / 0.18);
    }
    .found li {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 6px 8px;
      border-radius: 6px;
      cursor: pointer;
    }
    .found li[aria-selected='true'] {
      background: var(--primary-container);
      color: var(--on-primary-container);
    }
  `,
})
export class ProvisionChoice {
  readonly provisions = input.required<readonly ProvisionSummary[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly changed = output<readonly string[]>();
  protected readonly language = inject(Language);
  protected readonly text = signal('');
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  protected readonly picked = computed(() =>
    this.provisions().filter(({ id }) => this.chosen().includes(id)),
  );
  protected readonly found = computed(() => {
    if (!this.open()) return [];
    const words = folded(this.text()).split(/\s+/);
    return this.provisions()
      .filter(({ id }) => !this.chosen().includes(id))
      .filter(({ number, titles }) => {
        const text = folded([number, ...Object.values(titles)].join(' '));
        return words.every((word) => text.includes(word));
      })
      .slice(0, MOST);
  });

  protected search(text: string): void {
    this.open.set(true);
    this.text.set(text);
    this.active.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.found().length;
    const one = this.found()[this.active()];
    if (step !== undefined && count > 0) this.active.update((at) => (at + step + count) % count);
    else if (event.key === 'Enter' && one !== undefined) this.add(one.id);
    else if (event.key === 'Escape') this.open.set(false);
    else return;
    event.preventDefault();
  }

  protected choose(event: Event, { id }: ProvisionSummary): void {
    event.preventDefault();
    this.add(id);
  }

  protected remove(id: string): void {
    this.changed.emit(this.chosen().filter((one) => one !== id));
  }

  private add(id: string): void {
    this.text.set('');
    this.active.set(0);
    this.changed.emit([...this.chosen(), id]);
  }
}
