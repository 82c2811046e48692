import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { COST_BANDS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import type { TypedFacts } from './practice-form.model';
import { peopleOf, setUpMonthsOf } from './practice-form.model';

/** What it takes: persons, months to set up, and money by band. */
@Component({
  selector: 'en-cost-fields',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    <div class="two">
      <div class="field">
        <label for="people">{{ 'practices.label.people' | transloco }}</label>
        <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
        <input
          #people
          id="people"
          inputmode="numeric"
          maxlength="5"
          aria-describedby="people-help"
          [attr.aria-invalid]="mistypedPeople() ? true : null"
          [value]="facts().people"
          (input)="changed.emit({ people: people.value })"
        />
        <p id="people-help" class="xs fault">
          {{ mistypedPeople() ? ('practices.form.notPeople' | transloco) : '' }}
        </p>
      </div>
      <div class="field">
        <label for="set-up-months">{{ 'practices.label.setUpMonths' | transloco }}</label>
        <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
        <input
          #months
          id="set-up-months"
          inputmode="numeric"
          maxlength="3"
          aria-describedby="months-help"
          [attr.aria-invalid]="mistypedMonths() ? true : null"
          [value]="facts().setUpMonths"
          (input)="changed.emit({ setUpMonths: months.value })"
        />
        <p id="months-help" class="xs fault">
          {{ mistypedMonths() ? ('practices.form.notMonths' | transloco) : '' }}
        </p>
      </div>
    </div>
    <fieldset id="cost-band" tabindex="-1" aria-describedby="cost-help">
      <legend>{{ 'practices.label.costBand' | transloco }}</legend>
      <p id="cost-help" class="xs muted" [class.fault]="fault()">
        {{ fault() || ('practices.help.costBand' | transloco) }}
      </p>
      @for (band of bands; track band) {
        <label class="band">
          <input
            type="radio"
            name="cost-band"
            [checked]="facts().costBand === band"
            (change)="changed.emit({ costBand: band })"
          />
          {{ band | codeLabel: 'costBand' }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    .two {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 260px));
      gap: 0 20px;
    }
    .field label,
    legend {
      padding: 0;
      font-weight: 500;
    }
    .field .muted {
      margin-inline-start: 8px;
    }
    fieldset {
      border: 0;
      padding: 0;
      margin: 0;
      min-width: 0;
    }
    .band {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
    }
    .fault {
      color: var(--over-text);
    }
    @media (max-width: 760px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class CostFields {
  readonly facts = input.required<TypedFacts>();
  readonly fault = input('');
  readonly changed = output<Partial<TypedFacts>>();
  protected readonly bands = COST_BANDS;

  protected mistypedPeople(): boolean {
    return this.facts().people.trim() !== '' && peopleOf(this.facts()) === null;
  }

  protected mistypedMonths(): boolean {
    return this.facts().setUpMonths.trim() !== '' && setUpMonthsOf(this.facts()) === null;
  }
}
