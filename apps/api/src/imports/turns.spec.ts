import { describe, expect, it } from '@jest/globals';
import { planImport, type ImportReading, type ImportSetting } from '@enlace/domain';
import { inTurns } from './in-turns.js';
import { readSourceFile } from './source-file.js';

const NATIONALITIES = ['CMR', 'BGD', 'IND', 'NPL', 'GHA', 'SEN', 'UZB', 'AFG', 'AGO', 'COD'];
const SEXES = ['female', 'male', 'not-recorded'];
const BANDS = ['0-17', '18+'];

/** 20,400 rows: 340 months of 60 cells. */
const text = [
  'month,nationality,sex,ageBand,count',
  ...Array.from({ length: 340 }, (_, at) => {
    const month = `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return NATIONALITIES.flatMap((nationality) =>
      SEXES.flatMap((sex) => BANDS.map((band) => `${month},${nationality},${sex},${band},4`)),
    );
  }).flat(),
].join('\n');

const READING: ImportReading = {
  columns: {
    ...{ period: 'month', nationality: 'nationality', count: 'count' },
    ...{ sex: 'sex', ageBand: 'ageBand' },
  },
  yearlyPeriods: new Set(),
  codes: { nationality: new Map(), sex: new Map(), ageBand: new Map() },
};
const SETTING: ImportSetting = {
  ...{ state: 'PAN', timeZone: 'UTC', at: new Date('2026-11-24T12:00:00Z') },
  crossingPoint: { state: 'PAN', activeFrom: '1990-01-01', activeTo: null },
  ...{ reported: new Map(), taken: [] },
};

/** How often others had a turn while it ran. */
async function turnsDuring<T>(work: () => Promise<T>): Promise<{ turns: number; result: T }> {
  let turns = 0;
  let isRunning = true;
  const count = (): void => {
    turns += 1;
    if (isRunning) setImmediate(count);
  };
  setImmediate(count);
  const result = await work();
  isRunning = false;
  return { turns, result };
}

describe('a long file', () => {
  it('is read and checked while others have their turns', async () => {
    const read = await turnsDuring(() => readSourceFile(text));
    expect(read.result.rows).toHaveLength(20_400);
    expect(read.turns).toBeGreaterThan(30);
    const { headings, rows } = read.result;
    const planned = await turnsDuring(() => inTurns(planImport(headings, rows, READING, SETTING)));
    expect(planned.result.reports).toHaveLength(340);
    expect(planned.result.faultCount).toBe(0);
    expect(planned.turns).toBeGreaterThan(3);
  });

  it('is read whole where a letter lies across two pieces', async () => {
    const filler = 'x'.repeat(65_530);
    for (const shift of [0, 1, 2, 3]) {
      const cell = `${filler}${'y'.repeat(shift)}ñandú €`;
      const { rows } = await readSourceFile(`a,b\n"${cell}",1\n`);
      expect(rows).toEqual([{ row: 2, cells: [cell, '1'] }]);
    }
  });
});
