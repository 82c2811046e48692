import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OBSERVATIONS, UNITS, nationalitiesByName } from '@enlace/domain';
import { Format } from '../../core/i18n/format';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnMonth } from '../../core/i18n/format-pipes';
import { Language } from '../../core/i18n/language';
import { Reference } from '../../core/reference/reference';
import { Icon } from '../../ui/icon/icon';
import { Segments } from '../../ui/segments';
import type { OverviewFilters } from './overview-address';
import { NO_FILTERS, isNarrowed } from './overview-address';

/** Filters of the overview; each applies at once. */
@Component({
  selector: 'en-filter-bar',
  imports: [TranslocoPipe, CodeLabel, EnMonth, Icon, Segments],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  readonly filters = input.required<OverviewFilters>();
  /** Months that may be chosen, newest first. */
  readonly months = input.required<readonly string[]>();
  /** The range that is shown now. */
  readonly shownFrom = input.required<string>();
  readonly shownTo = input.required<string>();
  readonly changed = output<OverviewFilters>();

  protected readonly reference = inject(Reference);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  protected readonly units = UNITS;
  protected readonly observations = OBSERVATIONS;
  protected readonly narrowed = computed(() => isNarrowed(this.filters()));
  /** The months that may be chosen, and those that are shown though no report of them is visible. */
  protected readonly offered = computed(() =>
    [...new Set([...this.months(), this.shownTo(), this.shownFrom()])].sort().reverse(),
  );
  protected readonly earlier = computed(() =>
    this.offered().filter((month) => month < this.shownTo()),
  );
  protected readonly nationalities = computed(() =>
    nationalitiesByName(this.language.current()).filter(
      ({ code }) => !this.filters().nationalities.includes(code),
    ),
  );
  protected readonly states = computed(() =>
    this.reference
      .states()
      .filter(({ code }) => !this.filters().states.includes(code))
      .map(({ code }) => ({ code, name: this.reference.stateName(code) }))
      .sort((one, other) => one.name.localeCompare(other.name, this.language.current())),
  );
  protected readonly chosen = computed(() => [
    ...this.filters().nationalities.map((code) => ({
      list: 'nationalities' as const,
      code,
      name: this.format.country(code),
    })),
    ...this.filters().states.map((code) => ({
      list: 'states' as const,
      code,
      name: this.reference.stateName(code),
    })),
  ]);

  protected change(part: Partial<OverviewFilters>): void {
    this.changed.emit({ ...this.filters(), ...part });
  }

  /** The last month; a first month that is no longer before it goes. */
  protected endAt(to: string): void {
    const { from } = this.filters();
    this.change({ to, from: from !== null && from < to ? from : null });
  }

  /** The first month; the last one is named with it, so that the range stays as it is. */
  protected beginAt(from: string): void {
    this.change(from === '' ? { from: null } : { from, to: this.shownTo() });
  }

  protected add(list: 'nationalities' | 'states', choice: HTMLSelectElement): void {
    const code = choice.value;
    choice.value = '';
    if (code !== '') this.change({ [list]: [...this.filters()[list], code] });
  }

  protected remove(list: 'nationalities' | 'states', code: string): void {
    this.change({ [list]: this.filters()[list].filter((one) => one !== code) });
  }

  protected clear(): void {
    this.changed.emit({ ...NO_FILTERS, scope: this.filters().scope });
  }
}
