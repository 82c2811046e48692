import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ScorecardResponse } from '@enlace/contract';
import { scorecardResponse } from '@enlace/contract';
import { RATING_GRADES, RATING_VOICES } from '@enlace/domain';
import { Api } from '../../core/api/api';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { EnDate, EnNumber } from '../../core/i18n/format-pipes';
import { Language } from '../../core/i18n/language';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { StatusMark } from '../../pattern/status-mark';
import { Skeleton } from '../../ui/skeleton';
import { GradeScale } from './grade-scale';
import { LEGEND, SUMMARY_MARKS, commitmentsIn, markOf, themesOf } from './scorecard-model';
import { VoiceSign } from './voice-sign';

/** A State's public records, theme by theme, with the three voices side by side. */
@Component({
  selector: 'en-scorecard-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnDate,
    EnNumber,
    ProblemNote,
    StatusMark,
    Skeleton,
    GradeScale,
    VoiceSign,
  ],
  templateUrl: './scorecard-page.html',
  styleUrl: './scorecard-page.css',
})
export class ScorecardPage {
  /** Alpha-3 code; none: a State has yet to be chosen. */
  readonly stateCode = input<string>();
  /** Symbol of an instrument; none: San José 2009. */
  readonly instrument = input<string>();
  /** Theme, A to H. */
  readonly group = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reference = inject(Reference);
  protected readonly language = inject(Language);
  protected readonly format = inject(Format);
  protected readonly voices = RATING_VOICES;
  protected readonly grades = RATING_GRADES;
  protected readonly marks = SUMMARY_MARKS;
  protected readonly legend = LEGEND;
  protected readonly markOf = markOf;

  protected readonly states = computed(() =>
    this.reference
      .states()
      .filter(({ kind }) => kind === 'state')
      .map(({ code, names }) => ({ code, name: names[this.language.current()] }))
      .toSorted((one, other) => one.name.localeCompare(other.name, this.language.current())),
  );
  protected readonly read = resource({
    params: () => {
      const state = this.stateCode();
      if (state === undefined) return undefined;
      return { state, query: this.query(), language: this.language.current() };
    },
    loader: ({ params: { state, query, language } }) =>
      this.api.getOpen(`scorecards/${encodeURIComponent(state)}`, scorecardResponse, {
        ...query,
        language,
      }),
  });
  /** The old scorecard stays until the new one comes, but not beside a failure. */
  protected readonly card = linkedSignal<
    { value: ScorecardResponse | undefined; failed: boolean },
    ScorecardResponse | null
  >({
    source: () => ({
      value: this.read.hasValue() ? this.read.value() : undefined,
      failed: this.read.error() !== undefined || this.stateCode() === undefined,
    }),
    computation: ({ value, failed }, previous) =>
      failed ? null : (value ?? previous?.value ?? null),
  });
  protected readonly themes = computed(() => {
    const card = this.card();
    return card ? themesOf(card) : [];
  });
  protected readonly commitments = computed(() => {
    const card = this.card();
    return card ? commitmentsIn(card) : 0;
  });
  protected readonly raters = computed(() => this.card()?.raters ?? []);

  /** What the scorecard says in sentences; those that would count nothing are left out. */
  protected readonly lead = computed(() => {
    const card = this.card();
    if (!card) return '';
    const { done, late, overdue } = card.provisionsByStatus;
    const { adoptedOn } = card.instrument;
    const unreported = card.rows.filter(({ lastReportOn }) => lastReportOn === null).length;
    const all = this.format.number(card.rows.length);
    return [
      done === 0
        ? this.format.text('scorecard.lead.nothing')
        : this.format.counted('scorecard.lead.done', done, { all }),
      ...(late > 0 ? [this.format.counted('scorecard.lead.late', late)] : []),
      ...(overdue > 0 ? [this.format.counted('scorecard.lead.overdue', overdue)] : []),
      ...(unreported > 0 && adoptedOn !== null
        ? [
            this.format.counted('scorecard.lead.unreported', unreported, {
              date: this.format.date(adoptedOn),
            }),
          ]
        : []),
    ].join(' ');
  });

  /** Address of the machine-readable twin. */
  protected file(ending: '' | '.csv'): string {
    const query = new URLSearchParams({ ...this.query(), language: this.language.current() });
    return `/api/v1/scorecards/${this.stateCode() ?? ''}${ending}?${query.toString()}`;
  }

  protected goTo(state: string, group: string): void {
    if (state === '') return;
    void this.router.navigate(['/scorecards', state], {
      queryParams: { group: group === '' ? null : group },
      queryParamsHandling: 'merge',
    });
  }

  protected print(): void {
    window.print();
  }

  private query(): Record<string, string> {
    const instrument = this.instrument();
    const group = this.group();
    return { ...(instrument ? { instrument } : {}), ...(group ? { group } : {}) };
  }
}
