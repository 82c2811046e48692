import type { FigureAnswer } from '@enlace/contract';
import { middleOf } from '../../pattern/map/map-classes';
import type { SeriesLook } from './nationality-look';

/** One nationality's months: what is drawn, and how each figure is told. */
export interface TrendLine {
  readonly name: string;
  readonly look: SeriesLook;
  readonly figures: readonly FigureAnswer[];
  readonly told: readonly string[];
  /** The last figure, short enough to stand at the line's end. */
  readonly last: string;
}

/** First and last index of months that follow one another. */
export type Run = readonly [first: number, last: number];

/** Joins the indexes that fulfil the condition into runs. */
export const runsOf = (length: number, fulfilled: (index: number) => boolean): readonly Run[] => {
  const runs: [number, number][] = [];
  for (let index = 0; index < length; index += 1) {
    if (!fulfilled(index)) continue;
    const open = runs.at(-1);
    if (open?.[1] === index - 1) open[1] = index;
    else runs.push([index, index]);
  }
  return runs;
};

/** What the line itself goes through: a figure below ten is a gap, as is one that was not reported. */
export const drawnValue = (figure: FigureAnswer): number | null =>
  figure.kind === 'fewer-than-ten' ? null : middleOf(figure);

/** Months for which no line has a figure, and months in which only some have none or fewer than ten. */
export interface TrendGaps {
  readonly silent: readonly Run[];
  readonly protected: readonly Run[];
  readonly missing: readonly Run[];
}

/** Finds what the chart has to show beside its lines. */
export const gapsOf = (lines: readonly TrendLine[], months: number): TrendGaps => {
  const kinds = (index: number): readonly (string | undefined)[] =>
    lines.map(({ figures }) => figures[index]?.kind);
  const silent = (index: number): boolean =>
    kinds(index).every((kind) => kind === undefined || kind === 'not-reported');
  return {
    silent: runsOf(months, silent),
    protected: runsOf(months, (index) => kinds(index).includes('fewer-than-ten')),
    missing: runsOf(months, (index) => !silent(index) && kinds(index).includes('not-reported')),
  };
};

/** The largest value that any line or band reaches. */
export const highestOf = (lines: readonly TrendLine[]): number =>
  Math.max(
    0,
    ...lines.flatMap(({ figures }) =>
      figures.map((figure) => (figure.kind === 'about' ? figure.high : (middleOf(figure) ?? 0))),
    ),
  );

/** Step of at most four grid lines up to a value: 1 to 5 times a power of ten, 1 at least. */
export const gridStep = (highest: number): number => {
  const least = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 3, 4, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
};
