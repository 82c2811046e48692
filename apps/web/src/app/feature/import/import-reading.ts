import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CodeColumn, ImportColumn } from '@enlace/domain';
import { AGE_BANDS, IMPORT_COLUMNS, NATIONALITIES, SEXES, TOTAL } from '@enlace/domain';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnNumber } from '../../core/i18n/format-pipes';
import { Format } from '../../core/i18n/format';
import { Language } from '../../core/i18n/language';
import { meaningOf, withColumn, withMeaning, withYear } from './import-model';
import { ImportStore } from './import-store';

/** How the file is read: its columns, its years and the codes of its source. */
@Component({
  selector: 'en-import-reading',
  imports: [TranslocoPipe, CodeLabel, EnNumber],
  templateUrl: './import-reading.html',
  styles: `
    fieldset {
      border: 0;
      padding: 0;
      margin: 0 0 16px;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
      gap: 0 16px;
    }
    .years {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    .years label {
      display: flex;
      gap: 6px;
      min-height: 44px;
      align-items: center;
    }
    select {
      min-height: 44px;
      max-width: 100%;
    }
    td select {
      border: 1px solid var(--control);
      border-radius: 8px;
      background: var(--surface);
      padding: 0 8px;
    }
  `,
})
export class ImportReading {
  protected readonly store = inject(ImportStore);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  protected readonly columns = IMPORT_COLUMNS;
  protected readonly total = TOTAL;
  private readonly guessed = new Set<string>();

  protected readonly nationalities = computed(() => {
    const collator = new Intl.Collator(this.language.current());
    return NATIONALITIES.map(({ code }) => ({ code, name: this.format.country(code) })).sort(
      (one, other) => collator.compare(one.name, other.name),
    );
  });
  /** Years that are, or could be, totals; one that was put back to months stays on offer. */
  protected readonly years = computed(() => {
    const yearly = this.store.settings()?.yearlyPeriods ?? [];
    for (const year of yearly) this.guessed.add(year);
    const read = this.store.answer()?.periods.map(({ period }) => period.slice(0, 4)) ?? [];
    return [...new Set([...this.guessed, ...read])].sort();
  });
  protected readonly codes = computed(() => this.store.answer()?.unknownCodes ?? []);

  protected readonly merged = computed(() => this.store.answer()?.mergedCodes ?? []);
  protected readonly headings = computed(() =>
    (this.store.answer()?.headings ?? []).filter((heading) => heading !== ''),
  );

  protected headingOf(column: ImportColumn): string {
    return this.store.settings()?.columns[column] ?? '';
  }

  protected optional(column: ImportColumn): boolean {
    return column === 'sex' || column === 'ageBand';
  }

  protected setColumn(column: ImportColumn, heading: string): void {
    this.store.change((settings) => withColumn(settings, column, heading));
  }

  protected isYearly(year: string): boolean {
    return this.store.settings()?.yearlyPeriods.includes(year) ?? false;
  }

  protected setYear(year: string, yearly: boolean): void {
    this.store.change((settings) => withYear(settings, year, yearly));
  }

  protected meaning(column: CodeColumn, code: string): string {
    const settings = this.store.settings();
    return settings === null ? '' : meaningOf(settings, column, code);
  }

  protected setMeaning(column: CodeColumn, code: string, meaning: string): void {
    this.store.change((settings) => withMeaning(settings, column, code, meaning));
  }

  protected listOf(column: CodeColumn): readonly string[] {
    return column === 'sex' ? SEXES : AGE_BANDS;
  }

  protected labelsOf(column: CodeColumn): 'sex' | 'ageBand' {
    return column === 'sex' ? 'sex' : 'ageBand';
  }

  protected nameOf(code: string): string {
    return this.format.country(code);
  }
}
