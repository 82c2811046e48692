import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeAudience } from '@enlace/contract';
import type { Classification } from '@enlace/domain';
import { CLASSIFICATIONS } from '@enlace/domain';
import { AudienceChip } from '../../../pattern/audience-chip';
import { AudienceChoices } from '../../../pattern/form/audience-choices';
import { ChoiceList } from '../../../pattern/form/choice-list';

/** Who reads the practice once it is published: each level says whom it reaches. */
@Component({
  selector: 'en-audience-fields',
  imports: [TranslocoPipe, AudienceChip, ChoiceList],
  template: `
    <fieldset id="classification" tabindex="-1">
      <legend class="vh">{{ 'practices.label.audience' | transloco }}</legend>
      @for (level of levels; track level) {
        <label class="level">
          <input
            type="radio"
            name="classification"
            [checked]="level === audience().classification"
            (change)="choose(level)"
          />
          <en-audience-chip [classification]="level" />
          <span>{{ 'practices.reaches.' + level | transloco }}</span>
        </label>
      }
    </fieldset>
    @if (audience().classification === 'restricted') {
      <en-choice-list
        [legend]="'practices.form.forums' | transloco"
        [choices]="choices.forums()"
        [chosen]="audience().forums"
        (changed)="set({ forums: $event })"
      />
    }
    @if (named()) {
      <en-choice-list
        [legend]="'practices.form.organizations' | transloco"
        [choices]="choices.organizations()"
        [chosen]="audience().organizations"
        (changed)="set({ organizations: $event })"
      />
    }
    @if (fault()) {
      <p class="xs fault">{{ fault() }}</p>
    }
    @if (audience().classification !== 'public') {
      <details [open]="audience().withheldFrom.length > 0">
        <summary>{{ 'practices.form.withheld' | transloco }}</summary>
        <p class="xs muted">{{ 'practices.form.withheldHelp' | transloco }}</p>
        <en-choice-list
          [legend]="'practices.form.withheld' | transloco"
          [choices]="choices.states()"
          [chosen]="audience().withheldFrom"
          (changed)="set({ withheldFrom: $event })"
        />
      </details>
    }
  `,
  styles: `
    fieldset {
      border: 0;
      padding: 0;
      margin: 0 0 12px;
      min-width: 0;
    }
    .level {
      display: grid;
      grid-template-columns: auto 130px minmax(0, 1fr);
      gap: 10px;
      align-items: center;
      padding: 6px 0;
      font-size: 13px;
      line-height: 18px;
    }
    summary {
      min-height: 24px;
      cursor: pointer;
    }
    details .muted {
      margin: 4px 0 8px;
    }
    .fault {
      margin-bottom: 12px;
      color: var(--over-text);
    }
    @media (max-width: 760px) {
      .level {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .level span {
        grid-column: 2;
      }
    }
  `,
})
export class AudienceFields {
  readonly audience = input.required<PracticeAudience>();
  readonly fault = input('');
  readonly changed = output<PracticeAudience>();
  protected readonly choices = inject(AudienceChoices);
  protected readonly levels = CLASSIFICATIONS;

  protected named(): boolean {
    return ['restricted', 'confidential'].includes(this.audience().classification);
  }

  protected choose(classification: Classification): void {
    const { forums, organizations, withheldFrom } = this.audience();
    const named = classification === 'restricted' || classification === 'confidential';
    // What the level does not have is not kept behind it: nobody would see that it still holds.
    this.changed.emit({
      classification,
      forums: classification === 'restricted' ? forums : [],
      organizations: named ? organizations : [],
      withheldFrom: classification === 'public' ? [] : withheldFrom,
    });
  }

  protected set(change: {
    readonly [Part in keyof PracticeAudience]?: Readonly<PracticeAudience[Part]>;
  }): void {
    const { forums, organizations, withheldFrom } = { ...this.audience(), ...change };
    this.changed.emit({
      ...this.audience(),
      ...{ forums: [...forums], organizations: [...organizations] },
      withheldFrom: [...withheldFrom],
    });
  }
}
