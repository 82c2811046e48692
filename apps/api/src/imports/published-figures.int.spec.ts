import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportsBench } from './imports.harness.js';

const REAL = process.env['ENLACE_REAL_DATA'];

let bench: ImportsBench;

const real = REAL ? describe : describe.skip;

real('the published figures (skipped where ENLACE_REAL_DATA names no folder)', () => {
  beforeAll(async () => {
    bench = await ImportsBench.start();
  }, 60_000);

  afterAll(async () => {
    await bench.close();
  });

  it('become yearly and monthly reports whose cleared totals are the published ones', async () => {
    const text = readFileSync(`${REAL ?? ''}/panama-darien-by-nationality.csv`, 'utf8');
    const { settings } = await bench.dryRun(text);
    const unit = { ...settings, unit: 'events' as const };
    const first = await bench.dryRun(text, { ...unit, nationalities: {} });
    expect(first.unknownCodes.map(({ code, rows }) => [code, rows])).toEqual([
      ['TIB', 4],
      ['OOO', 52],
    ]);
    expect(first.faultCount).toBe(56);
    const run = await bench.dryRun(text, { ...unit, nationalities: { TIB: 'CHN', OOO: 'XXX' } });
    expect(run).toMatchObject({
      rows: 2387,
      faultCount: 0,
      yearlyRows: 378,
      ownNationalityRows: 7,
    });
    expect(run.settings.yearlyPeriods).toEqual(
      Array.from({ length: 10 }, (_, at) => String(2010 + at)),
    );
    expect(run.warnings.map(({ rule }) => rule)).toContain('own-nationality');
    const done = await bench.imported(text, bench.confirmed(run));
    expect(done).toMatchObject({ state: 'done', rows: 2387, reports: run.periods.length });
    const { rows: made } = await bench.owner.query<{ id: string }>(
      `select id from arrival_report where unit = 'events'`,
    );
    const ids = made.map(({ id }) => id);
    const own = await bench.post('/api/v1/arrivals/clearances', { reports: ids });
    expect(own.status).toBe(403);
    const cleared = await bench.post('/api/v1/arrivals/clearances', { reports: ids }, 'cl.pa');
    expect(cleared.body).toEqual({ cleared: ids.length });
    const { rows: totals } = await bench.owner.query<{ year: number; total: number }>(
      `select extract(year from lower(r.period))::int as year, sum(c.value)::int as total
       from arrival_report r join arrival_count c on c.report_id = r.id and c.version = r.current_version
       where r.unit = 'events' and r.period && daterange('2019-01-01', '2025-01-01') group by 1 order by 1`,
    );
    expect(totals.map(({ year, total }) => [year, total])).toEqual([
      [2019, 22_102],
      [2020, 6_465],
      [2021, 133_726],
      [2022, 248_284],
      [2023, 520_085],
      [2024, 302_203],
    ]);
    const kosovo = await bench.counted(
      `select count(*) from arrival_count c join arrival_report r on r.id = c.report_id
       where r.unit = 'events' and c.nationality = 'XKX'`,
    );
    expect(kosovo).toBe(2);
  }, 60_000);
});
