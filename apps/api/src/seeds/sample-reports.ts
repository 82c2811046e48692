import { randomUUID } from 'node:crypto';
import {
  lastEndedMonth,
  previousPeriod,
  type ExactFigures,
  type Period,
  type VersionState,
} from '@enlace/domain';
import type { ArrivalsSeed, SeriesSeed } from '@enlace/contract/seeds';
import { sampleFraction } from './sample-random.js';
import { sampleFigures } from './sample-figures.js';

/** One version of a sample report with its place in time. */
export interface SampleVersion {
  readonly version: number;
  readonly state: VersionState;
  readonly finality: 'provisional' | 'final';
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly clearedAt: Date | null;
  readonly supersededAt: Date | null;
  readonly figures: ExactFigures;
}

/** A sample report as it is stored. */
export interface SampleReport {
  readonly id: string;
  readonly series: SeriesSeed;
  readonly period: Period;
  /** Whether it is the newest month, whose shares are still news to their recipients. */
  readonly newest: boolean;
  readonly versions: readonly SampleVersion[];
}

/** Where and when the reports of a series are made. */
export interface SampleSetting {
  readonly state: string;
  readonly timeZone: string;
  readonly now: Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After this many months figures are final. */
const FINAL_AFTER = 3;
const PROVISIONAL_PART = 0.97;

/** Working times of a version: entered, sent and cleared within days, all before now. */
function timesOf(
  key: string,
  begin: number,
  now: Date,
): Pick<SampleVersion, 'createdAt'> & {
  readonly submittedAt: Date;
  readonly clearedAt: Date;
} {
  const entered = begin + (2 + Math.floor(sampleFraction(`${key}|entered`) * 6)) * DAY + 14 * HOUR;
  const cleared = Math.min(entered + DAY + 3 * HOUR, now.getTime() - HOUR);
  const submitted = Math.min(entered + 2 * HOUR, cleared - HOUR);
  return {
    createdAt: new Date(Math.min(entered, submitted - HOUR)),
    submittedAt: new Date(submitted),
    clearedAt: new Date(cleared),
  };
}

/** Months of a series, newest first, counted back from the last that has ended. */
function* monthsOf(
  seed: ArrivalsSeed,
  { timeZone, now }: SampleSetting,
): Generator<[number, Period]> {
  let period = lastEndedMonth(timeZone, now);
  for (let back = 0; back < seed.months; back += 1) {
    yield [back, period];
    period = previousPeriod(period);
  }
}

function newestVersion(
  state: 'draft' | 'submitted' | 'returned',
  times: ReturnType<typeof timesOf>,
  figures: ExactFigures,
): SampleVersion {
  const submittedAt = state === 'draft' ? null : times.submittedAt;
  return {
    ...{ version: 1, state, finality: 'provisional', createdAt: times.createdAt },
    ...{ submittedAt, clearedAt: null, supersededAt: null, figures },
  };
}

function versionsOf(
  seed: ArrivalsSeed,
  series: SeriesSeed,
  setting: SampleSetting,
  back: number,
  period: Period,
): SampleVersion[] {
  const key = `${series.crossingPoint}|${series.observation}|${period.from}`;
  const progress = seed.months === 1 ? 1 : 1 - back / (seed.months - 1);
  const figures = (known: number): ExactFigures =>
    sampleFigures(seed, series, { state: setting.state, period, progress, known });
  const begin = Date.parse(`${period.to}T00:00Z`);
  const times = timesOf(key, begin, setting.now);
  if (back === 0 && series.newest !== 'cleared') {
    return series.newest === 'none' ? [] : [newestVersion(series.newest, times, figures(1))];
  }
  const finality = back >= FINAL_AFTER ? 'final' : 'provisional';
  if (back === 0 || back % seed.revisedEvery !== 0) {
    return [
      { version: 1, state: 'cleared', finality, ...times, supersededAt: null, figures: figures(1) },
    ];
  }
  const revised = timesOf(`${key}|revised`, begin + 45 * DAY, setting.now);
  return [
    {
      ...{ version: 1, state: 'superseded', finality: 'provisional', ...times },
      ...{ supersededAt: revised.clearedAt, figures: figures(PROVISIONAL_PART) },
    },
    { version: 2, state: 'cleared', finality, ...revised, supersededAt: null, figures: figures(1) },
  ];
}

/** All reports of a series: the months before now, in the zone of its organization. */
export function sampleReports(
  seed: ArrivalsSeed,
  series: SeriesSeed,
  setting: SampleSetting,
): SampleReport[] {
  return [...monthsOf(seed, setting)]
    .filter(([back]) => !series.missing.includes(back))
    .map(([back, period]) => ({
      ...{ id: randomUUID(), series, period, newest: back === 0 },
      versions: versionsOf(seed, series, setting, back, period),
    }))
    .filter(({ versions }) => versions.length > 0);
}
