import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnCountry, EnNumber } from '../../core/i18n/format-pipes';
import { Icon } from '../../ui/icon/icon';
import { CountField } from './count-field';
import { EntryStore } from './entry-store';
import { rowTotal, setCells } from './model/grid-model';

/** Entry on a phone: one nationality at a time, with the running totals. */
@Component({
  selector: 'en-entry-phone',
  imports: [TranslocoPipe, CodeLabel, EnCountry, EnNumber, Icon, CountField],
  templateUrl: './entry-phone.html',
  styleUrl: './entry-phone.css',
})
export class EntryPhone {
  protected readonly store = inject(EntryStore);
  private readonly rows = computed(() => this.store.state().rows);
  /** Goes to a nationality that was just added. */
  protected readonly at = linkedSignal<number, number>({
    source: () => this.rows().length,
    computation: (length, before) =>
      before === undefined || length > before.source
        ? Math.max(0, before === undefined ? 0 : length - 1)
        : Math.max(0, Math.min(before.value, length - 1)),
  });
  protected readonly count = computed(() => this.rows().length);
  protected readonly row = computed(() => this.rows()[this.at()]);
  protected readonly current = computed(() => this.row()?.nationality ?? null);
  protected readonly total = computed(() => {
    const row = this.row();
    return row === undefined ? 0 : rowTotal(row);
  });
  protected readonly groups = computed(() =>
    [...Map.groupBy(this.store.columns(), ({ sex }) => sex)].map(([sex, columns]) => ({
      ...{ sex, columns },
    })),
  );

  protected step(by: number): void {
    const count = this.count();
    this.at.update((at) => (at + by + count) % count);
  }

  protected put(column: string, value: number | null): void {
    const nationality = this.current();
    if (nationality === null) return;
    this.store.edit((state) => setCells(state, [{ nationality, column, value }]));
  }
}
