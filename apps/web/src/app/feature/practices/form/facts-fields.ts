import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProvisionSummary } from '@enlace/contract';
import type { ProvisionTheme } from '@enlace/domain';
import { LABELS, PROVISION_THEMES } from '@enlace/domain';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import { ChoiceList } from '../../../pattern/form/choice-list';
import { ProvisionChoice } from '../../../pattern/form/provision-choice';
import type { TypedFacts } from './practice-form.model';
import { runningSinceOf } from './practice-form.model';

/** How many themes one practice may carry. */
const MOST_THEMES = 5;

/** Themes, where it is applied, since when, and which provisions it helps with. */
@Component({
  selector: 'en-facts-fields',
  imports: [TranslocoPipe, ChoiceList, ProvisionChoice],
  template: `
    <fieldset id="themes" tabindex="-1" [attr.aria-describedby]="'themes-help'">
      <legend>{{ 'practices.label.themes' | transloco }}</legend>
      <p id="themes-help" class="xs" [class.fault]="faults()['/facts/themes']">
        {{ faults()['/facts/themes'] ?? ('practices.help.themes' | transloco) }}
      </p>
      <div class="themes">
        @for (theme of themes(); track theme.id) {
          <label>
            <input
              #tick
              type="checkbox"
              [checked]="facts().themes.includes(theme.id)"
              [disabled]="full() && !facts().themes.includes(theme.id)"
              (change)="setTheme(theme.id, tick.checked)"
            />
            {{ theme.label }}
          </label>
        }
      </div>
    </fieldset>
    <div id="states" tabindex="-1">
      @if (faults()['/facts/states']; as fault) {
        <p class="xs fault">{{ fault }}</p>
      }
      <en-choice-list
        [legend]="'practices.label.states' | transloco"
        [choices]="states()"
        [chosen]="facts().states"
        (changed)="changed.emit({ states: $event })"
      />
    </div>
    <div class="field short">
      <label for="running-since">{{ 'practices.label.runningSince' | transloco }}</label>
      <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
      <input
        #since
        id="running-since"
        type="month"
        [attr.aria-invalid]="mistyped() ? true : null"
        aria-describedby="since-help"
        [value]="facts().runningSince"
        (input)="changed.emit({ runningSince: since.value })"
      />
      <p id="since-help" class="xs" [class.fault]="mistyped()">
        {{ mistyped() ? ('practices.form.notMonth' | transloco) : '' }}
      </p>
    </div>
    <h3>
      {{ 'practices.label.provisions' | transloco }}
      <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
    </h3>
    <p class="xs muted">{{ 'practices.help.provisions' | transloco }}</p>
    <en-provision-choice
      [provisions]="provisions()"
      [chosen]="facts().provisions"
      (changed)="changed.emit({ provisions: $event })"
    />
  `,
  styles: `
    fieldset {
      border: 0;
      padding: 0;
      margin: 0 0 16px;
      min-width: 0;
    }
    legend,
    .short label {
      padding: 0;
      font-weight: 500;
    }
    fieldset .xs {
      color: var(--ink-3);
    }
    .themes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      margin-top: 4px;
    }
    .themes label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
    }
    .short {
      max-width: 260px;
    }
    .short .muted {
      margin-inline-start: 8px;
    }
    .fault,
    fieldset .fault {
      color: var(--over-text);
    }
  `,
})
export class FactsFields {
  readonly facts = input.required<TypedFacts>();
  readonly provisions = input.required<readonly ProvisionSummary[]>();
  /** What the server has against a part, by its pointer. */
  readonly faults = input<Readonly<Record<string, string>>>({});
  readonly changed = output<Partial<TypedFacts>>();
  private readonly language = inject(Language);
  private readonly reference = inject(Reference);

  protected readonly themes = computed(() => {
    const labels = LABELS.provisionTheme[this.language.current()];
    return PROVISION_THEMES.map((id) => ({ id, label: labels[id] }));
  });
  protected readonly full = computed(() => this.facts().themes.length >= MOST_THEMES);
  protected readonly states = computed(() => {
    const collator = new Intl.Collator(this.language.current());
    return this.reference
      .states()
      .map(({ code, names }) => ({ id: code, label: this.reference.nameOf(names) }))
      .sort((one, other) => collator.compare(one.label, other.label));
  });
  protected readonly mistyped = computed(
    () => this.facts().runningSince.trim() !== '' && runningSinceOf(this.facts()) === null,
  );

  protected setTheme(theme: ProvisionTheme, chosen: boolean): void {
    const others = this.facts().themes.filter((one) => one !== theme);
    this.changed.emit({ themes: chosen ? [...others, theme] : others });
  }
}
