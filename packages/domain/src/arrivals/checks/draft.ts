import type { CalendarDate, Period } from '../period.js';

/** A number as entered; `null` is a blank, which is never read as zero. */
export type EnteredValue = number | null;

export interface DraftCount {
  readonly nationality: string;
  readonly value: EnteredValue;
}

/** One arrival cell; sex and age band are checked here, so they are any text. */
export interface DraftCell extends DraftCount {
  readonly sex: string;
  readonly ageBand: string;
}

/** `nationality` null: the indicator of the whole report. */
export interface DraftIndicator {
  readonly indicator: string;
  readonly nationality: string | null;
  readonly value: EnteredValue;
}

/** The figures and the note of a draft, as they are entered or imported. */
export interface DraftFigures {
  /** A nationality with cells needs no count; where it has one, the two must agree. */
  readonly counts: readonly DraftCount[];
  readonly cells: readonly DraftCell[];
  readonly indicators: readonly DraftIndicator[];
  readonly nil: boolean;
  readonly registerTotal: EnteredValue;
  readonly note: string | null;
}

/** What a draft is checked against: its own key and its own State's history, nobody else's. */
export interface DraftSetting {
  readonly period: Period;
  /** Alpha-3 of the reporting State. */
  readonly state: string;
  /** IANA zone of the organization: decides when the period has ended. */
  readonly timeZone: string;
  readonly at: Date;
  readonly crossingPoint: {
    readonly state: string;
    readonly activeFrom: CalendarDate | null;
    /** First day on which it is no longer active. */
    readonly activeTo: CalendarDate | null;
  };
  /**
   * By nationality, the totals of the 12 months before that were reported for the same point,
   * unit, observation and source. Months without a report are left out, not zero.
   */
  readonly history: ReadonlyMap<string, readonly number[]>;
}

/** Largest number that one cell takes. */
export const MAX_VALUE = 9_999_999;

/** Longest note, in characters. */
export const MAX_NOTE_LENGTH = 500;

/** Whether the value can be added up; others are refused where they stand and left out of sums. */
export const isCountable = (value: EnteredValue): value is number =>
  value !== null && Number.isInteger(value) && value >= 0 && value <= MAX_VALUE;

const addTo = (totals: Map<string, number>, { nationality, value }: DraftCount): void => {
  totals.set(nationality, (totals.get(nationality) ?? 0) + (isCountable(value) ? value : 0));
};

/** Total by nationality: the sum of its cells where it has cells, else its count. */
export const totalsByNationality = (
  draft: Pick<DraftFigures, 'counts' | 'cells'>,
): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const cell of draft.cells) addTo(totals, cell);
  const broken = new Set(totals.keys());
  for (const count of draft.counts) if (!broken.has(count.nationality)) addTo(totals, count);
  return totals;
};

/** The report's total: always the sum of its nationalities, never typed. */
export const reportTotal = (draft: Pick<DraftFigures, 'counts' | 'cells'>): number =>
  [...totalsByNationality(draft).values()].reduce((sum, value) => sum + value, 0);
