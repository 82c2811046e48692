import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FigureAnswer } from '@enlace/contract';
import { reportResponse } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { Api } from '../../core/api/api';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnCountry } from '../../core/i18n/format-pipes';
import { Format } from '../../core/i18n/format';
import { Language } from '../../core/i18n/language';
import { ProblemNote } from '../../core/problems/problem-note';
import { Figure } from '../../pattern/figure';
import { Skeleton } from '../../ui/skeleton';
import type { HeaderChange } from './version-differences';
import { differencesOf, isSame } from './version-differences';

/** Parts of the header that have a closed list. */
const LABELLED = ['finality', 'coverage', 'direction', 'confidence'] as const;

/** What changed between two versions of a report that the reader holds exactly. */
@Component({
  selector: 'en-report-differences',
  imports: [TranslocoPipe, CodeLabel, EnCountry, ProblemNote, Figure, Skeleton],
  templateUrl: './report-differences.html',
  styles: `
    .card-head {
      flex-wrap: wrap;
    }
  `,
})
export class ReportDifferences {
  readonly id = input.required<string>();
  /** Versions to choose from, newest first; two at least. */
  readonly versions = input.required<readonly number[]>();
  private readonly api = inject(Api);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  protected readonly later = linkedSignal(() => this.versions()[0] ?? 1);
  protected readonly earlier = linkedSignal(
    () => this.versions().find((one) => one < this.later()) ?? 1,
  );
  /** Versions that have an earlier one, and those before the chosen one. */
  protected readonly laterChoices = computed(() => this.versions().slice(0, -1));
  protected readonly earlierChoices = computed(() =>
    this.versions().filter((one) => one < this.later()),
  );
  protected readonly read = resource({
    params: () => ({ id: this.id(), pair: [this.earlier(), this.later()] }),
    loader: ({ params: { id, pair } }) =>
      Promise.all(
        pair.map((version) => this.api.get(`arrivals/reports/${id}`, reportResponse, { version })),
      ),
  });
  protected readonly differences = computed(() => {
    const [before, after] = this.read.hasValue() ? this.read.value() : [];
    return before?.detail === 'exact' && after?.detail === 'exact'
      ? differencesOf(before, after)
      : null;
  });
  protected readonly same = computed(() => {
    const differences = this.differences();
    return differences !== null && isSame(differences);
  });

  protected figureOf(value: number | null): FigureAnswer {
    return value === null ? { kind: 'not-reported' } : { kind: 'exact', value };
  }

  /** "+12" or "−3"; nothing where one version does not tell the figure. */
  protected step(before: number | null, after: number | null): string {
    if (before === null || after === null) return '';
    const sign = after > before ? '+' : '−';
    return sign + this.format.number(Math.abs(after - before));
  }

  /** A part of the header in words; those of a closed list by their label. */
  protected words(part: HeaderChange['part'], value: HeaderChange['before']): string {
    if (value === null) return '–';
    if (typeof value === 'number') return this.format.number(value);
    if (typeof value === 'boolean') return value ? '✓' : '–';
    const list = LABELLED.find((one) => one === part);
    const labels: Readonly<Record<string, string>> =
      list === undefined ? {} : LABELS[list][this.language.current()];
    return labels[value] ?? value;
  }

  protected choose(select: HTMLSelectElement, which: 'earlier' | 'later'): void {
    this[which].set(Number(select.value));
  }
}
