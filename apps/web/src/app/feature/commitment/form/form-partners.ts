import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../../../ui/icon/icon';
import type { TypedPartner } from './commitment-form.model';

/** Who does it together with the actor, and which part. */
@Component({
  selector: 'en-form-partners',
  imports: [TranslocoPipe, Icon],
  template: `
    @for (partner of partners(); track $index) {
      <div class="partner">
        <label class="field">
          <span>{{ 'commitment.form.partner' | transloco }}</span>
          <select #list (change)="set($index, { organization: list.value })">
            <option value="" [selected]="partner.organization === ''">
              {{ 'commitment.choose' | transloco }}
            </option>
            @for (one of organizations(); track one.id) {
              <option [value]="one.id" [selected]="one.id === partner.organization">
                {{ one.label }}
              </option>
            }
          </select>
        </label>
        <label class="field">
          <span>{{ 'commitment.form.part' | transloco }}</span>
          <input
            #part
            maxlength="300"
            [value]="partner.part"
            (input)="set($index, { part: part.value })"
          />
        </label>
        <button type="button" class="btn sm" (click)="remove($index)">
          <en-icon name="close" /><span class="vh">{{ 'commitment.form.remove' | transloco }}</span>
        </button>
      </div>
    }
    <button type="button" class="btn sm" id="partners" (click)="add()">
      <en-icon name="add" />{{ 'commitment.form.addPartner' | transloco }}
    </button>
  `,
  styles: `
    .partner {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      gap: 12px;
      align-items: end;
    }
    .field,
    .partner .btn {
      margin-bottom: 12px;
    }
    @media (max-width: 760px) {
      .partner {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
    }
  `,
})
export class FormPartners {
  readonly partners = input.required<readonly TypedPartner[]>();
  readonly organizations = input.required<readonly { id: string; label: string }[]>();
  readonly changed = output<readonly TypedPartner[]>();

  protected set(at: number, change: Partial<TypedPartner>): void {
    this.changed.emit(
      this.partners().map((one, index) => (index === at ? { ...one, ...change } : one)),
    );
  }

  protected add(): void {
    this.changed.emit([...this.partners(), { organization: '', part: '' }]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.partners().filter((_, index) => index !== at));
  }
}
