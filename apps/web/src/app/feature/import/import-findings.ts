import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportDryRun } from '@enlace/contract';
import { EnNumber } from '../../core/i18n/format-pipes';
import { Format } from '../../core/i18n/format';
import { FaultTable } from './fault-table';
import { commentOn, withComment, yearsOf } from './import-model';
import { ImportStore } from './import-store';

/** What the file would make: faults first, then warnings to comment on, then totals by year. */
@Component({
  selector: 'en-import-findings',
  imports: [TranslocoPipe, EnNumber, FaultTable],
  templateUrl: './import-findings.html',
  styles: `
    h3 {
      margin-top: 16px;
    }
    .warning {
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
  `,
})
export class ImportFindings {
  protected readonly store = inject(ImportStore);
  private readonly format = inject(Format);
  protected readonly answer = this.store.answer;
  protected readonly years = computed(() => yearsOf(this.answer()?.periods ?? []));
  protected readonly reports = computed(() => this.answer()?.periods.length ?? 0);
  protected readonly total = computed(() =>
    this.years().reduce((sum, { total }) => sum + total, 0),
  );
  protected readonly faults = computed(() => this.answer()?.faults ?? []);

  protected comment(rule: string): string {
    const settings = this.store.settings();
    return settings === null ? '' : commentOn(settings, rule);
  }

  protected setComment(rule: string, comment: string): void {
    this.store.change((settings) => withComment(settings, rule, comment));
  }

  protected periodsOf({ detail }: ImportDryRun['warnings'][number]): string {
    return this.format.number(Number(detail['periods'] ?? 0));
  }

  protected nationalitiesOf({ detail }: ImportDryRun['warnings'][number]): string {
    return String(detail['nationalities'] ?? '')
      .split(' ')
      .filter((code) => code !== '')
      .map((code) => this.format.country(code))
      .join(', ');
  }
}
