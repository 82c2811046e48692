import { Component, inject, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OBSERVATIONS, SOURCE_KINDS, UNITS } from '@enlace/domain';
import { CodeLabel } from '../../core/i18n/code-label';
import { Reference } from '../../core/reference/reference';
import type { ProfileSubject } from './profile-subject';
import { OwnPoints } from './profile-subject';

/** Fields for crossing point, observation, unit and source of a profile. */
@Component({
  selector: 'en-profile-subject-fields',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    <label class="field"
      >{{ 'form.point' | transloco }}
      <select #point required (change)="set({ crossingPoint: point.value })">
        @for (one of points(); track one.id) {
          <option [value]="one.id" [selected]="one.id === subject().crossingPoint">
            {{ reference.nameOf(one.names) }}
          </option>
        }
      </select>
    </label>
    <label class="field"
      >{{ 'form.observation' | transloco }}
      <select #observation (change)="set({ observation: observations[observation.selectedIndex] })">
        @for (one of observations; track one) {
          <option [value]="one" [selected]="one === subject().observation">
            {{ one | codeLabel: 'observation' }}
          </option>
        }
      </select>
    </label>
    <label class="field"
      >{{ 'form.unit' | transloco }}
      <select #unit (change)="set({ unit: units[unit.selectedIndex] })">
        @for (one of units; track one) {
          <option [value]="one" [selected]="one === subject().unit">
            {{ one | codeLabel: 'unit' }}
          </option>
        }
      </select>
    </label>
    <label class="field"
      >{{ 'form.source' | transloco }}
      <select #source (change)="set({ sourceKind: sources[source.selectedIndex] })">
        @for (one of sources; track one) {
          <option [value]="one" [selected]="one === subject().sourceKind">
            {{ one | codeLabel: 'sourceKind' }}
          </option>
        }
      </select>
    </label>
  `,
  styles: ':host { display: contents }',
})
export class ProfileSubjectFields {
  readonly subject = model.required<ProfileSubject>();
  protected readonly reference = inject(Reference);
  protected readonly points = inject(OwnPoints).list;
  protected readonly units = UNITS;
  protected readonly observations = OBSERVATIONS;
  protected readonly sources = SOURCE_KINDS;

  protected set(change: {
    readonly [K in keyof ProfileSubject]?: ProfileSubject[K] | undefined;
  }): void {
    this.subject.update((subject) => ({ ...subject, ...change }) as ProfileSubject);
  }
}
