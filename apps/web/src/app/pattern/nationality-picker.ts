import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { nationalitiesByName } from '@enlace/domain';
import { Language } from '../core/i18n/language';

/** Chooses a nationality by its name; those already taken are left out. */
@Component({
  selector: 'en-nationality-picker',
  imports: [TranslocoPipe],
  template: `
    <label class="f"
      ><span>{{ 'picker.nationality' | transloco }}</span>
      <select #list (change)="choose(list)">
        <option value=""></option>
        @for (choice of choices(); track choice.code) {
          <option [value]="choice.code">{{ choice.name }}</option>
        }
      </select>
    </label>
  `,
})
export class NationalityPicker {
  readonly taken = input<readonly string[]>([]);
  /** The alpha-3 or special code that was chosen. */
  readonly chosen = output<string>();
  private readonly language = inject(Language);
  protected readonly choices = computed(() =>
    nationalitiesByName(this.language.current()).filter(({ code }) => !this.taken().includes(code)),
  );

  protected choose(list: HTMLSelectElement): void {
    if (list.value !== '') this.chosen.emit(list.value);
    list.value = '';
  }
}
