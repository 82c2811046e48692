import type { ExactFigures, Period } from '@enlace/domain';
import type { ArrivalsSeed, SeriesSeed } from '@enlace/contract/seeds';
import { apportion, sampleFactor } from './sample-random.js';

/** How far months, nationalities and cells of the samples stray from their curve and weights. */
const SPREAD = { month: 0.12, nationality: 0.35, cell: 0.15, indicator: 0.3 };

/** Which month of a series the figures are for; `progress` runs from 0, its first month, to 1. */
export interface SampleMonth {
  readonly state: string;
  readonly period: Period;
  readonly progress: number;
  /** Part of the figures that was known; below 1 for a provisional version. */
  readonly known: number;
}

const named = <T>(parts: Readonly<Record<string, T>>, name: string): T => {
  const found = parts[name];
  if (found === undefined) throw new Error(`The arrivals seed has no part named ${name}`);
  return found;
};

/** Reads a curve of evenly spaced levels off at `progress`. */
export const levelAt = (curve: readonly number[], progress: number): number => {
  const at = progress * (curve.length - 1);
  const before = Math.min(Math.floor(at), curve.length - 2);
  const [from = 0, to = from] = curve.slice(before, before + 2);
  return from + (to - from) * (at - before);
};

function countsOf(
  seed: ArrivalsSeed,
  series: SeriesSeed,
  month: SampleMonth,
): ExactFigures['counts'] {
  const key = `${series.crossingPoint}|${series.observation}|${month.period.from}`;
  const season = named(seed.seasonality, series.seasonality);
  const level = levelAt(named(seed.curves, series.curve), month.progress);
  const seasonal = season[Number(month.period.from.slice(5, 7)) - 1] ?? 1;
  const total = series.volume * level * seasonal * sampleFactor(key, SPREAD.month);
  const origins = Object.entries(named(seed.mixes, series.mix)).filter(
    ([nationality]) => nationality !== month.state,
  );
  return origins.map(([nationality, weight]) => {
    const factor = sampleFactor(`${key}|${nationality}`, SPREAD.nationality);
    return { nationality, value: Math.round(total * weight * factor * month.known) };
  });
}

function cellsOf(
  seed: ArrivalsSeed,
  series: SeriesSeed,
  month: SampleMonth,
  counts: ExactFigures['counts'],
): ExactFigures['cells'] {
  const profile = named(seed.profiles, series.profile);
  return counts
    .filter(({ value }) => value >= series.breakdownFrom)
    .flatMap(({ nationality, value }) => {
      const key = `${series.crossingPoint}|${month.period.from}|${nationality}`;
      const weights = profile.map(
        ({ sex, ageBand, weight }) =>
          weight * sampleFactor(`${key}|${sex}|${ageBand}`, SPREAD.cell),
      );
      const parts = apportion(value, weights);
      return profile
        .map(({ sex, ageBand }, index) => ({ nationality, sex, ageBand, value: parts[index] ?? 0 }))
        .filter((cell) => cell.value > 0);
    });
}

/** Generates the figures of one report; the same seed and month always give the same ones. */
export function sampleFigures(
  seed: ArrivalsSeed,
  series: SeriesSeed,
  month: SampleMonth,
): ExactFigures {
  const counts = countsOf(seed, series, month);
  const total = counts.reduce((sum, { value }) => sum + value, 0);
  const indicators = named(seed.indicatorSets, series.indicators)
    .map(({ indicator, share }) => {
      const key = `${series.crossingPoint}|${month.period.from}|${indicator}`;
      const value = Math.floor(total * share * sampleFactor(key, SPREAD.indicator));
      return { indicator, nationality: null, value };
    })
    .filter(({ value }) => value > 0);
  return { counts, cells: cellsOf(seed, series, month, counts), indicators };
}
