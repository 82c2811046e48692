import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportSettings } from '@enlace/contract';
import { IMPORTS, ImportsBench } from './imports.harness.js';

const HEADING = 'Mes;Nacionalidad;Sexo;Edad;Cantidad';

let bench: ImportsBench;

/** Rows of `months` months from 1990 for each code, which changes by less than a third a month. */
function steady(months: number, codes: readonly string[], parts: readonly string[]): string {
  const lines = Array.from({ length: months }, (_, at) => {
    const month = `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return codes.flatMap((code) => parts.map((part) => `${month};${code};${part};10`));
  });
  return [HEADING, ...lines.flat()].join('\n');
}

const CODES = ['BGD', 'CMR', 'NPL', 'SOM', 'IND', 'PAK', 'GHA', 'ERI', 'SEN', 'UZB', 'VNM', 'AFG'];
const MORE_CODES = 'AGO BEN BFA BTN CIV DZA EGY ETH GMB IRN IRQ JOR'.split(' ');
const PARTS = ['female', 'male'].flatMap((sex) =>
  ['0-4', '5-11', '12-17', '18-59', '60+'].map((band) => `${sex};${band}`),
);

beforeAll(async () => {
  bench = await ImportsBench.start();
}, 60_000);

afterAll(async () => {
  await bench.close();
});

describe('a dry run', () => {
  it('names every faulty cell by row and column', async () => {
    const text = [
      'Mes;Nacionalidad;Cantidad',
      '2019-01;CUB;12',
      '2019-01;NPL;',
      '2019-13;IND;4',
      '2019-01;ZZZ;3',
      '2019-01;PAK;-2',
      '2019-01;BGD;1,5',
      '',
      '2019-01;CMR;many',
      '2019-01;CUB;7',
      '2019-01;GHA;1;2',
      '2999-01;GHA;1',
      '1980-02;GHA;1',
    ].join('\r\n');
    const run = await bench.dryRun(`\uFEFF${text}`);
    expect(run.headings).toEqual(['Mes', 'Nacionalidad', 'Cantidad']);
    expect(run.faults).toEqual([
      { row: 3, column: 'Cantidad', value: '', rule: 'value-blank' },
      { row: 4, column: 'Mes', value: '2019-13', rule: 'period-unreadable' },
      { row: 5, column: 'Nacionalidad', value: 'ZZZ', rule: 'nationality-unknown' },
      { row: 6, column: 'Cantidad', value: '-2', rule: 'value-negative' },
      { row: 7, column: 'Cantidad', value: '1,5', rule: 'value-not-whole' },
      { row: 9, column: 'Cantidad', value: 'many', rule: 'value-not-a-number' },
      { row: 10, column: 'Nacionalidad', value: 'CUB', rule: 'nationality-duplicated' },
      { row: 11, column: '', value: '2019-01 | GHA | 1 | 2', rule: 'row-length' },
      { row: 12, column: 'Mes', value: '2999-01', rule: 'period-not-ended' },
      { row: 13, column: 'Mes', value: '1980-02', rule: 'period-before-1990' },
      { row: 13, column: 'Mes', value: '1980-02', rule: 'crossing-point-not-active' },
    ]);
    expect(run.faultCount).toBe(11);
    expect(run.ready).toBe(false);
  });

  it('refuses parts that do not add up to a total in the file', async () => {
    const rows = ['2019-01,CUB,12', '2019-01,NPL,3', '2019-01,Total,16', '2019-02,CUB,1'];
    const run = await bench.dryRun(
      ['month,nationality,count', ...rows, '2019-02,TOTAL,1'].join('\n'),
    );
    expect(run.faults).toEqual([{ row: 4, column: 'count', value: '16', rule: 'total-differs' }]);
    expect(run.periods.map(({ total }) => total)).toEqual([15, 1]);
  });

  it('never guesses a code: it proposes', async () => {
    const text = ['mois\tnationalité\tsexe\tn', '2019-03\tTIB\tF\t2', '2019-03\tNepal\tF\t2'];
    const run = await bench.dryRun(text.join('\n'));
    expect(run.unknownCodes).toEqual([
      { column: 'nationality', code: 'TIB', rows: 1, suggested: 'CHN', remembered: false },
      { column: 'nationality', code: 'Nepal', rows: 1, suggested: 'NPL', remembered: false },
      { column: 'sex', code: 'F', rows: 2, suggested: 'female', remembered: false },
    ]);
    expect(run.faults.map(({ row, rule }) => ({ row, rule }))).toEqual([
      { row: 2, rule: 'nationality-unknown' },
      { row: 2, rule: 'sex-unknown' },
      { row: 3, rule: 'nationality-unknown' },
      { row: 3, rule: 'sex-unknown' },
    ]);
  });

  it('tells a file that is not UTF-8, and one that is not CSV', async () => {
    const damaged = await bench.dryRun('mes,pais,n\n2019-01,Per\uFFFD,1');
    expect(damaged.faults).toMatchObject([{ row: 2, rule: 'not-utf-8' }]);
    const quotes = await bench.dryRun('mes,nat,n\n2019-01,"CUB,1\n');
    expect(quotes.faults).toMatchObject([{ rule: 'file-unreadable' }]);
  });

  it('is not for people without the function', async () => {
    const body = { fileName: 'a.csv', text: 'a', settings: null };
    expect((await bench.post(`${IMPORTS}/dry-run`, body, 'cl.pa')).status).toBe(403);
  });
});

describe('an import', () => {
  it('adds codes mapped to one nationality, names them and remembers the mapping', async () => {
    const text = ['t,nat,n', '1995-01,CHN,30', '1995-01,TIB,2', '1995-01,OOO,1'].join('\n');
    const first = await bench.dryRun(text);
    const mapped = { ...first.settings, nationalities: { TIB: 'CHN', OOO: 'XXX' } };
    const run = await bench.dryRun(text, { ...mapped, yearlyPeriods: ['1995'] });
    expect(run.mergedCodes).toEqual([{ nationality: 'CHN', codes: ['CHN', 'TIB'], rows: 2 }]);
    expect(run.yearlyRows).toBe(3);
    expect(run.warnings.map(({ rule }) => rule)).toEqual(['nationality-look-alike']);
    const before = await bench.reports();
    expect((await bench.imported(text, run.settings)).faults).toEqual([
      { row: 1, column: '', value: 'nationality-look-alike', rule: 'warning-not-confirmed' },
    ]);
    expect(await bench.reports()).toBe(before);
    expect(await bench.imported(text, bench.confirmed(run))).toMatchObject({
      state: 'done',
      reports: 1,
    });
    const { rows } = await bench.owner.query(
      `select r.period::text as period, v.state, c.nationality, c.value,
         v.confirmations -> 0 ->> 'rule' as rule from arrival_report r
       join arrival_report_version v on v.report_id = r.id join arrival_count c on c.report_id = r.id
       where r.period @> date '1995-06-01' order by c.nationality`,
    );
    const year = { period: '[1995-01-01,1996-01-01)', state: 'submitted' };
    expect(rows).toEqual([
      { ...year, nationality: 'CHN', value: 32, rule: 'nationality-look-alike' },
      { ...year, nationality: 'XXX', value: 1, rule: 'nationality-look-alike' },
    ]);
    const again = await bench.dryRun(text.replaceAll('1995', '1996'));
    expect(again.settings.nationalities).toEqual({ TIB: 'CHN', OOO: 'XXX' });
    expect(again.unknownCodes.map(({ remembered }) => remembered)).toEqual([true, true]);
  });

  it('takes everything or nothing', async () => {
    const text = ['t,nat,n', '1996-02,NPL,30', '1996-03,NPL,30', '1995-04,NPL,30'].join('\n');
    const before = await bench.reports();
    const run = await bench.dryRun(text);
    expect(run.periods.map(({ period, exists }) => [period, exists])).toEqual([
      ['1995-04', true],
      ['1996-02', false],
      ['1996-03', false],
    ]);
    const done = await bench.imported(text, bench.confirmed(run));
    expect(done).toMatchObject({ state: 'refused', reports: 0, rowsDone: 0 });
    expect(done.faults).toEqual([{ row: 4, column: 't', value: '1995-04', rule: 'report-exists' }]);
    expect(await bench.reports()).toBe(before);
  });

  it('is repeated with its key without a second import', async () => {
    const body = { fileName: 'a.csv', text: 't,nat,n\n1997-01,NPL,3', settings: null };
    const request = { as: 'fp.pa', method: 'POST', headers: { 'idempotency-key': randomUUID() } };
    const first = await bench.api.request(IMPORTS, { ...request, body });
    const second = await bench.api.request(IMPORTS, { ...request, body });
    expect(second.body['id']).toBe(first.body['id']);
    expect(await bench.ended(String(first.body['id']))).toMatchObject({
      state: 'done',
      reports: 1,
    });
    const changed = { ...body, fileName: 'b.csv' };
    expect((await bench.api.request(IMPORTS, { ...request, body: changed })).status).toBe(422);
  });

  it('is not seen by another organization', async () => {
    const id = await bench.begin('t,nat,n\n1997-02,NPL,3', null);
    await bench.ended(id);
    expect((await bench.api.request(`${IMPORTS}/${id}`, { as: 'fp.co' })).status).toBe(404);
    const cancel = await bench.post(`${IMPORTS}/${id}/cancellation`, undefined, 'fp.co');
    expect(cancel.status).toBe(404);
  });

  it('refuses the crossing point of another State at once', async () => {
    const { rows } = await bench.owner.query<{ id: string }>(
      `select p.id from crossing_point p join state s on s.id = p.state_id where s.code <> 'PAN' limit 1`,
    );
    const text = 't,nat,n\n1997-03,NPL,3';
    const { settings } = await bench.dryRun(text);
    const wrong = { ...settings, crossingPoint: rows[0]?.id };
    const answer = await bench.post(IMPORTS, { fileName: 'a.csv', text, settings: wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('crossing-point-of-another-state');
  });
});

describe('a file of 100,000 rows', () => {
  it('is refused in seconds when it is wrong', async () => {
    const row = '2019-01;ZZZ;female;0-4;-1';
    const text = [HEADING, ...Array.from({ length: 100_000 }, () => row)].join('\n');
    const { settings } = await bench.dryRun(`${HEADING}\n2019-02;NPL;female;0-4;1`);
    const from = performance.now();
    const done = await bench.imported(text, settings);
    const seconds = (performance.now() - from) / 1000;
    process.stdout.write(`100,000 wrong rows refused in ${seconds.toFixed(2)} s\n`);
    expect(done).toMatchObject({ state: 'refused', rows: 100_000, faultCount: 200_000 });
    expect(done.faults).toHaveLength(1000);
    expect(seconds).toBeLessThan(10);
  }, 60_000);

  it('shows its progress, can be cancelled and leaves nothing', async () => {
    const months = 100_000 / (CODES.length * PARTS.length * 2);
    const text = steady(Math.ceil(months), [...CODES, ...MORE_CODES], PARTS);
    const { settings } = await bench.dryRun(`${HEADING}\n2019-02;NPL;female;0-4;1`);
    const exit: ImportSettings = { ...settings, observation: 'exit' };
    const before = await bench.reports();
    const rows = text.split('\n').length - 1;
    expect(rows).toBeGreaterThanOrEqual(100_000);
    const id = await bench.begin(text, exit);
    let asked = false;
    const cancelled = await bench.ended(id, (now) => {
      if (asked || now.rowsDone === 0) return;
      asked = true;
      void bench.post(`${IMPORTS}/${id}/cancellation`, undefined);
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', reports: 0, rowsDone: 0 });
    expect(await bench.reports()).toBe(before);
    const from = performance.now();
    const advances = new Set<number>();
    const again = await bench.begin(text, exit);
    const done = await bench.ended(again, ({ rowsDone }) => void advances.add(rowsDone));
    const seconds = (performance.now() - from) / 1000;
    process.stdout.write(
      `${rows} right rows imported in ${seconds.toFixed(2)} s, ${advances.size} advances seen\n`,
    );
    expect(done).toMatchObject({ state: 'done', rows, rowsDone: rows });
    expect(advances.size).toBeGreaterThan(3);
    expect(await bench.reports()).toBe(before + Math.ceil(months));
  }, 120_000);
});
