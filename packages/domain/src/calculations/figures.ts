/**
 * A number of arrivals as somebody may know it: the true value lies between `low` and `high`
 * (both included), `middle` is the best single value. An exact number is the same three times.
 * Every total, percentage, rank and chart is made from these and from nothing else
 * (source: access page, section 3).
 */
export interface Figure {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The sum of no parts. It is a reported zero: "not reported" is no figure at all. */
export const ZERO: Figure = { low: 0, middle: 0, high: 0 };

/** What a protected count of 1 to 9 is to its reader. */
export const FEWER_THAN_TEN: Figure = { low: 1, middle: 5, high: 9 };

/** The figure of a number that the reader holds exactly. */
export const exactFigure = (value: number): Figure => ({ low: value, middle: value, high: value });

/** Whether the figure leaves exactly one value possible, so that it may be shown without "about". */
export const isExact = (figure: Figure): boolean => figure.low === figure.high;

/** The sum of two figures: each bound and the middle added up, nothing rounded. */
export const addFigures = (one: Figure, other: Figure): Figure => ({
  low: one.low + other.low,
  middle: one.middle + other.middle,
  high: one.high + other.high,
});

/** The sum of all parts; exact only where every part is. */
export const sumFigures = (parts: Iterable<Figure>): Figure => {
  let sum = ZERO;
  for (const part of parts) sum = addFigures(sum, part);
  return sum;
};

/** How a figure is told to its reader, in the four kinds that screens, exports and answers know. */
export type ToldFigure =
  | { readonly kind: 'exact'; readonly value: number }
  | ({ readonly kind: 'about' } & Figure)
  | { readonly kind: 'fewer-than-ten' }
  | { readonly kind: 'not-reported' };

/** Tells a figure; `null` is "not reported", which is never zero. */
export const tellFigure = (figure: Figure | null): ToldFigure => {
  if (figure === null) return { kind: 'not-reported' };
  const { low, middle, high } = figure;
  if (isExact(figure)) return { kind: 'exact', value: low };
  if (low === FEWER_THAN_TEN.low && high === FEWER_THAN_TEN.high) return { kind: 'fewer-than-ten' };
  return { kind: 'about', low, middle, high };
};
