import type { FollowUpImportFault } from '@enlace/contract';
import { MAX_LISTED_FAULTS, type Language } from '@enlace/domain';
import { ruleText, type ProblemFault } from '../problems/index.js';
import { SHEET_COLUMNS, type ColumnKey } from './sheet-columns.js';
import { SHEET_TEXTS } from './sheet-texts.js';
import type { ReadSheet, SheetRow } from './sheet.js';

const MAX_SHOWN = 100;

/** The letter by which spreadsheets call their nth column: A to Z, AA and on. */
export const letterOf = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
};

type Broken = Pick<ProblemFault, 'rule' | 'params'>;

interface FaultyPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly letter: string;
  readonly value: string;
  readonly broken: Broken;
  /** Says more than the rule: what the column takes. */
  readonly help?: string;
}

/** Faulty cells; the first thousand that are found, and how many there are. */
export class SheetFaults {
  private readonly found: FaultyPlace[] = [];
  count = 0;

  constructor(readonly language: Language) {}

  /** A fault of a row's cell; of a cell with personal data the value is not repeated. */
  add(sheet: ReadSheet, row: SheetRow, key: ColumnKey, broken: Broken): void {
    const column = sheet.columns.get(key);
    const isDay = SHEET_COLUMNS[sheet.kind].some((one) => one.key === key && one.isDay === true);
    const said = broken.rule === 'wrong-format' && isDay ? { rule: 'not-a-day' as const } : broken;
    const value = broken.rule === 'personal-data' ? '' : (row.cells[key] ?? '');
    this.note({
      ...{ sheet: sheet.name, row: row.row, column: column?.heading ?? '', value },
      ...{ letter: column?.letter ?? '', broken: said },
      ...(said.rule === 'wrong-format' ? { help: SHEET_TEXTS[this.language].help[key] } : {}),
    });
  }

  /** A fault of anything else: a heading, a sheet, the whole file. */
  note(place: FaultyPlace): void {
    this.count += 1;
    if (this.found.length < MAX_LISTED_FAULTS) this.found.push(place);
  }

  /** Sheet by sheet in the order of the file, row by row, as the dry run lists them. */
  listed(names: readonly string[]): FollowUpImportFault[] {
    return this.found
      .toSorted(
        (one, other) =>
          names.indexOf(one.sheet) - names.indexOf(other.sheet) || one.row - other.row,
      )
      .map(({ broken, help, value, ...place }) => ({
        ...{ ...place, value: value.slice(0, MAX_SHOWN), rule: broken.rule },
        detail: help ?? ruleText(broken, this.language),
      }));
  }

  /** The same as the errors of a problem. */
  errors(): ProblemFault[] {
    return this.found.map(({ sheet, row, column, broken }) => ({
      pointer: ['/file', sheet, row, column].join('/'),
      ...broken,
    }));
  }
}
