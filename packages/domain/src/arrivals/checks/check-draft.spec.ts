import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGE_BANDS, SEXES } from '../../codes/arrival-codes.js';
import { NATIONALITIES } from '../../codes/nationalities.js';
import { monthPeriod } from '../period.js';
import { checkDraft } from './check-draft.js';
import type { DraftFigures, DraftSetting } from './draft.js';
import { reportTotal } from './draft.js';
import { REFUSAL_RULES, WARNING_RULES } from './rules.js';

const DRAFT: DraftFigures = {
  counts: [{ nationality: 'IND', value: 35 }],
  cells: [],
  indicators: [],
  nil: false,
  registerTotal: null,
  note: null,
};

const SETTING: DraftSetting = {
  period: monthPeriod(2026, 10),
  state: 'PAN',
  timeZone: 'America/Panama',
  at: new Date('2026-11-03T12:00:00Z'),
  crossingPoint: { state: 'PAN', activeFrom: '2010-01-01', activeTo: null },
  history: new Map(),
};

const found = (draft: Partial<DraftFigures>, setting: Partial<DraftSetting> = {}): string[] =>
  checkDraft({ ...DRAFT, ...draft }, { ...SETTING, ...setting }).map(
    ({ rule, pointer }) => `${rule} ${pointer}`,
  );

const cell = (
  nationality: string,
  sex: string,
  ageBand: string,
  value: number | null,
): DraftFigures['cells'][number] => ({ nationality, sex, ageBand, value });

/** A breach of each rule, with all that it must find. */
const BREACHES: readonly [Partial<DraftFigures>, Partial<DraftSetting>, string[]][] = [
  [{ counts: [{ nationality: 'IND', value: null }] }, {}, ['value-blank /counts/0/value']],
  [{ counts: [{ nationality: 'IND', value: Number.NaN }] }, {}, ['value-blank /counts/0/value']],
  [{ counts: [{ nationality: 'IND', value: -1 }] }, {}, ['value-negative /counts/0/value']],
  [{ counts: [{ nationality: 'IND', value: 1.5 }] }, {}, ['value-not-whole /counts/0/value']],
  [{ counts: [{ nationality: 'IND', value: 1e7 }] }, {}, ['value-too-large /counts/0/value']],
  [{ counts: [{ nationality: 'IND', value: 9_999_999 }] }, {}, []],
  [{ registerTotal: 3.5 }, {}, ['value-not-whole /registerTotal']],
  [
    { counts: [{ nationality: 'TIB', value: 4 }] },
    {},
    ['nationality-unknown /counts/0/nationality'],
  ],
  [
    { counts: [...DRAFT.counts, { nationality: 'IND', value: 1 }] },
    {},
    ['nationality-duplicated /counts/1/nationality'],
  ],
  [{ cells: [cell('IND', 'other', '0-4', 35)] }, {}, ['sex-unknown /cells/0/sex']],
  [{ cells: [cell('IND', 'male', '0-5', 35)] }, {}, ['age-band-unknown /cells/0/ageBand']],
  [
    { cells: [cell('IND', 'male', '0-4', 30), cell('IND', 'male', '0-4', 5)] },
    {},
    ['cell-duplicated /cells/1'],
  ],
  [
    { cells: [cell('IND', 'male', '0-4', 30), cell('IND', 'male', '0-17', 5)] },
    {},
    ['age-bands-mixed /cells/1/ageBand'],
  ],
  [{ cells: [cell('IND', 'male', '0-4', 30), cell('IND', 'female', '0-17', 5)] }, {}, []],
  [{ cells: [cell('IND', 'male', '0-4', 35), cell('IND', 'male', '0-17', 0)] }, {}, []],
  [{ cells: [cell('IND', 'male', '18+', 34)] }, {}, ['count-differs-from-cells /counts/0/value']],
  [
    { indicators: [{ indicator: 'tall', nationality: null, value: 1 }] },
    {},
    ['indicator-unknown /indicators/0/indicator'],
  ],
  [
    { indicators: [{ indicator: 'pregnant', nationality: null, value: 36 }] },
    {},
    ['indicator-above-total /indicators/0/value'],
  ],
  [
    { indicators: [{ indicator: 'pregnant', nationality: 'NPL', value: 1 }] },
    {},
    ['indicator-above-total /indicators/0/value'],
  ],
  [
    {
      indicators: [
        { indicator: 'pregnant', nationality: null, value: 1 },
        { indicator: 'pregnant', nationality: null, value: 2 },
      ],
    },
    {},
    ['indicator-duplicated /indicators/1'],
  ],
  [
    {
      cells: [cell('IND', 'male', '12-17', 5), cell('IND', 'male', 'unknown', 30)],
      indicators: [
        { indicator: 'unaccompanied-child', nationality: null, value: 4 },
        { indicator: 'separated-child', nationality: null, value: 2 },
      ],
    },
    {},
    [
      'children-above-under-18s /indicators/0/value',
      'children-above-under-18s /indicators/1/value',
    ],
  ],
  [{ indicators: [{ indicator: 'separated-child', nationality: null, value: 35 }] }, {}, []],
  [{ counts: [] }, {}, ['no-figures /counts']],
  [{ counts: [], nil: true }, {}, []],
  [{ counts: [{ nationality: 'IND', value: 0 }], nil: true }, {}, []],
  [{ nil: true }, {}, ['nil-with-figures /nil']],
  [{}, { at: new Date('2026-11-01T04:00:00Z') }, ['period-not-ended /period']],
  [
    {},
    { period: monthPeriod(1989, 12) },
    ['period-before-1990 /period', 'crossing-point-not-active /crossingPoint'],
  ],
  [{}, { state: 'CRI' }, ['crossing-point-of-another-state /crossingPoint']],
  [
    {},
    { crossingPoint: { state: 'PAN', activeFrom: null, activeTo: '2026-10-01' } },
    ['crossing-point-not-active /crossingPoint'],
  ],
  [{}, { crossingPoint: { state: 'PAN', activeFrom: '2026-10-31', activeTo: null } }, []],
  [{ note: 'á'.repeat(500) }, {}, []],
  [{ note: 'á'.repeat(501) }, {}, ['note-too-long /note']],
  [{ note: 'Escribir a maria.perez@example.org' }, {}, ['note-with-personal-data /note']],
  [{ counts: [{ nationality: 'HTI', value: 3 }] }, {}, ['nationality-of-the-americas /counts/0']],
  [
    { counts: [{ nationality: 'NER', value: 3 }], cells: [cell('NGA', 'male', '18+', 2)] },
    {},
    ['nationality-look-alike /counts/0', 'nationality-look-alike /cells/0'],
  ],
  [{}, { history: new Map([['IND', [10, 11, 12]]]) }, ['far-above-median /counts/0']],
  [{}, { history: new Map([['IND', [100, 110, 120, 130]]]) }, ['far-below-median /counts/0']],
  [{}, { history: new Map([['IND', [105, 105]]]) }, []],
  [{ registerTotal: 36 }, {}, ['register-total-differs /registerTotal']],
];

describe('checks of a draft', () => {
  it('find nothing in a plain report', () => {
    expect(found({})).toEqual([]);
  });

  it.each(BREACHES.map((breach, at) => [at, ...breach] as const))(
    'find exactly what is wrong (%i)',
    (_, draft, setting, expected) => {
      expect(found(draft, setting)).toEqual(expected);
    },
  );

  it('have an example of every rule', () => {
    const shown = new Set(
      BREACHES.flatMap(([, , expected]) => expected.map((one) => one.split(' ')[0])),
    );
    expect([...shown].sort()).toEqual([...REFUSAL_RULES, ...WARNING_RULES].sort());
  });

  it('add up cells where there are cells and counts elsewhere, whatever is typed', () => {
    const nationality = fc.constantFrom(...NATIONALITIES.map(({ code }) => code));
    const value = fc.oneof(fc.nat(1000), fc.constant(null), fc.double());
    fc.assert(
      fc.property(
        fc.array(fc.record({ nationality, value })),
        fc.array(
          fc.record({
            nationality,
            value,
            sex: fc.constantFrom(...SEXES),
            ageBand: fc.constantFrom(...AGE_BANDS),
          }),
        ),
        (counts, cells) => {
          const total = reportTotal({ counts, cells });
          expect(Number.isInteger(total)).toBe(true);
          const pointers = checkDraft({ ...DRAFT, counts, cells }, SETTING);
          expect(pointers.every(({ pointer }) => pointer.startsWith('/'))).toBe(true);
        },
      ),
    );
  });
});
