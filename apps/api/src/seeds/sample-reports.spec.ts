import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoSeeds } from '@enlace/contract/seeds';
import { checkFigures, hasEnded, reportTotal } from '@enlace/domain';
import { placedReports, type PlacedReport } from './placed-reports.js';
import { readDemoSeeds, SEEDS_DIRECTORY } from './read-seeds.js';
import { apportion } from './sample-random.js';
import { levelAt } from './sample-figures.js';

const NOW = new Date('2026-11-24T12:00:00Z');
let demo: DemoSeeds;
let reports: readonly PlacedReport[];

beforeAll(async () => {
  demo = await readDemoSeeds(SEEDS_DIRECTORY);
  reports = placedReports(demo, NOW);
});

const newestOf = (point: string): string | undefined =>
  reports.find((report) => report.series.crossingPoint === point && report.newest)?.versions[0]
    ?.state;

describe('sample reports', () => {
  it('would pass the checks that people’s own reports pass', () => {
    // Every seventh, so that all months of all series take turns; the check is thorough and slow.
    const some = reports.filter((report, index) => report.newest || index % 7 === 0);
    const refused = some.flatMap(({ versions, series, period, language }) =>
      versions.flatMap(({ figures }) =>
        checkFigures({
          ...figures,
          ...{ nil: false, registerTotal: null, note: demo.arrivals.notice[language] },
        })
          .filter(({ kind }) => kind === 'refusal')
          .map(({ rule }) => `${series.crossingPoint} ${period.from} ${rule}`),
      ),
    );
    expect(refused).toEqual([]);
  });

  it('never count the reporting State’s own nationals', () => {
    for (const { state, versions } of reports) {
      for (const { figures } of versions) {
        expect(figures.counts.some(({ nationality }) => nationality === state)).toBe(false);
      }
    }
  });

  it('are the same figures each time they are made', () => {
    const figures = (made: readonly PlacedReport[]): unknown =>
      made.map(({ versions }) => versions.map((version) => version.figures));
    expect(figures(placedReports(demo, NOW))).toEqual(figures(reports));
    expect(reports.every(({ versions }) => reportTotal(versions[0]!.figures) > 0)).toBe(true);
  });

  it('leave Panama’s newest month at work', () => {
    expect(newestOf('PAN-PASO-CANOAS')).toBeUndefined();
    expect(newestOf('PAN-LOS-PLANES')).toBe('draft');
    expect(newestOf('PAN-BAJO-CHIQUITO')).toBe('submitted');
    expect(newestOf('PAN-CANAAN')).toBe('returned');
    expect(newestOf('PAN-LAJAS-BLANCAS')).toBe('cleared');
  });

  it.each(['2026-11-01T05:30:00Z', '2027-01-01T00:10:00Z', '2024-02-29T23:59:00Z'])(
    'are of ended months and worked on in order, seen from %s',
    (instant) => {
      const now = new Date(instant);
      const zones = new Map(
        demo.organizations.organizations.map(({ alias, timeZone }) => [alias, timeZone]),
      );
      for (const { period, series, versions } of placedReports(demo, now)) {
        expect(hasEnded(period, zones.get(series.organization)!, now)).toBe(true);
        const steps = versions.flatMap(({ createdAt, submittedAt, clearedAt }) =>
          [createdAt, submittedAt, clearedAt].flatMap((at) => at?.getTime() ?? []),
        );
        expect(steps.toSorted((one, other) => one - other)).toEqual(steps);
        expect(steps.at(-1)).toBeLessThan(now.getTime());
      }
    },
  );
});

describe('splitting and reading off', () => {
  it('keeps the sum', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [0.9, 0.1])).toEqual([6, 1]);
    expect(apportion(0, [1, 2])).toEqual([0, 0]);
  });

  it('reads a curve between its points', () => {
    expect(levelAt([0, 1, 0], 0.25)).toBeCloseTo(0.5);
    expect(levelAt([0, 1, 3], 1)).toBe(3);
    expect(levelAt([2, 1], 0)).toBe(2);
  });
});
