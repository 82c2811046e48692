import { AGE_BANDS, INDICATORS, SEXES } from '../../codes/arrival-codes.js';
import { isNationality } from '../../codes/nationalities.js';
import type { DraftFigures, EnteredValue } from './draft.js';
import { MAX_VALUE } from './draft.js';
import type { CheckFinding } from './rules.js';
import { refusal } from './rules.js';

const checkValue = (value: EnteredValue, pointer: string): CheckFinding[] => {
  if (value === null || Number.isNaN(value)) return [refusal('value-blank', pointer)];
  if (value < 0) return [refusal('value-negative', pointer, { value })];
  if (value > MAX_VALUE) return [refusal('value-too-large', pointer, { value, max: MAX_VALUE })];
  if (!Number.isInteger(value)) return [refusal('value-not-whole', pointer, { value })];
  return [];
};

const checkNationality = (code: string, row: string): CheckFinding[] =>
  isNationality(code) ? [] : [refusal('nationality-unknown', `${row}/nationality`, { code })];

/** Every number is there, whole, not negative and not beyond the largest. */
export const checkValues = (draft: DraftFigures): CheckFinding[] => [
  ...(['counts', 'cells', 'indicators'] as const).flatMap((list) =>
    draft[list].flatMap(({ value }, at) => checkValue(value, `/${list}/${at}/value`)),
  ),
  ...(draft.registerTotal === null ? [] : checkValue(draft.registerTotal, '/registerTotal')),
];

/** Every code is on its list. */
export const checkCodes = (draft: DraftFigures): CheckFinding[] => [
  ...draft.counts.flatMap(({ nationality }, at) => checkNationality(nationality, `/counts/${at}`)),
  ...draft.cells.flatMap(({ nationality, sex, ageBand }, at) => {
    const row = `/cells/${at}`;
    const found = checkNationality(nationality, row);
    if (!SEXES.some((known) => known === sex)) {
      found.push(refusal('sex-unknown', `${row}/sex`, { code: sex }));
    }
    if (!AGE_BANDS.some((known) => known === ageBand)) {
      found.push(refusal('age-band-unknown', `${row}/ageBand`, { code: ageBand }));
    }
    return found;
  }),
  ...draft.indicators.flatMap(({ indicator, nationality }, at) => {
    const row = `/indicators/${at}`;
    const found = nationality === null ? [] : checkNationality(nationality, row);
    if (!INDICATORS.some((known) => known === indicator)) {
      found.push(refusal('indicator-unknown', `${row}/indicator`, { code: indicator }));
    }
    return found;
  }),
];

/** Indexes of the rows whose key an earlier row has already. */
const repeated = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): number[] => {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const key = keyOf(row);
    if (seen.has(key)) return [at];
    seen.add(key);
    return [];
  });
};

/** No nationality, cell or indicator is given twice. */
export const checkDuplicates = (draft: DraftFigures): CheckFinding[] => [
  ...repeated(draft.counts, ({ nationality }) => nationality).map((at) =>
    refusal('nationality-duplicated', `/counts/${at}/nationality`, {
      nationality: draft.counts[at]?.nationality ?? '',
    }),
  ),
  ...repeated(draft.cells, (cell) =>
    JSON.stringify([cell.nationality, cell.sex, cell.ageBand]),
  ).map((at) =>
    refusal('cell-duplicated', `/cells/${at}`, {
      nationality: draft.cells[at]?.nationality ?? '',
      sex: draft.cells[at]?.sex ?? '',
      ageBand: draft.cells[at]?.ageBand ?? '',
    }),
  ),
  ...repeated(draft.indicators, (row) => JSON.stringify([row.indicator, row.nationality])).map(
    (at) =>
      refusal('indicator-duplicated', `/indicators/${at}`, {
        indicator: draft.indicators[at]?.indicator ?? '',
      }),
  ),
];
