import type { EntryHeader, EntryState } from './entry-state';
import { addRows, setCells } from './grid-model';

/** One value of a draft, wherever it stands. */
export type EntryValue = string | number | boolean | null;

/** A place where two people entered different values since they last agreed. */
export interface Conflict {
  readonly path: string;
  readonly kind: 'cell' | 'indicator' | 'header';
  /** Nationality and column, indicator and nationality, or the field and nothing. */
  readonly first: string;
  readonly second: string;
  readonly ours: EntryValue;
  readonly theirs: EntryValue;
}

/** Both sides in one, where they agree; ours stands where they do not. */
export interface Merged {
  readonly state: EntryState;
  readonly conflicts: readonly Conflict[];
}

const SEPARATOR = ' / ';

const pathOf = (kind: Conflict['kind'], first: string, second: string): string =>
  [kind, first, second].join(SEPARATOR);

const valuesOf = (state: EntryState): Map<string, EntryValue> =>
  new Map<string, EntryValue>([
    ...state.rows.flatMap(({ nationality, values }) =>
      Object.entries(values).map(
        ([column, value]) => [pathOf('cell', nationality, column), value] as const,
      ),
    ),
    ...Object.entries(state.indicators).map(([key, value]) => {
      const [indicator = '', nationality = ''] = key.split('|');
      return [pathOf('indicator', indicator, nationality), value] as const;
    }),
    ...Object.entries(state.header).map(
      ([field, value]) => [pathOf('header', field, ''), value] as const,
    ),
  ]);

const withValue = (state: EntryState, path: string, value: EntryValue): EntryState => {
  const [kind = '', first = '', second = ''] = path.split(SEPARATOR);
  const number = typeof value === 'number' ? value : null;
  if (kind === 'cell') {
    return setCells(state, [{ nationality: first, column: second, value: number }]);
  }
  if (kind === 'indicator') {
    const key = `${first}|${second}`;
    const others = Object.entries(state.indicators).filter(([other]) => other !== key);
    const own: [string, number][] = number === null ? [] : [[key, number]];
    return { ...state, indicators: Object.fromEntries([...others, ...own]) };
  }
  // The path was made from a field of a header, so the value is one of that field.
  const header: EntryHeader = { ...state.header, [first]: value };
  return { ...state, header };
};

const conflictAt = (path: string, ours: EntryValue, theirs: EntryValue): Conflict => {
  const [kind, first = '', second = ''] = path.split(SEPARATOR);
  const known = kind === 'cell' || kind === 'indicator' ? kind : 'header';
  return { path, kind: known, first, second, ours, theirs };
};

/** Rows of theirs, and ours that nobody took out: one that was removed by either side stays out. */
const mergedRows = (base: EntryState, ours: EntryState, theirs: EntryState): EntryState => {
  const codes = (state: EntryState): string[] => state.rows.map(({ nationality }) => nationality);
  // A row without figures never reaches the server, so its absence there says nothing.
  const filled = base.rows.filter(({ values }) => Object.keys(values).length > 0);
  const inBase = new Set(filled.map(({ nationality }) => nationality));
  const inTheirs = new Set(codes(theirs));
  const inOurs = new Set(codes(ours));
  const kept = codes(ours).filter((code) => inTheirs.has(code) || !inBase.has(code));
  const added = codes(theirs).filter((code) => !inOurs.has(code) && !inBase.has(code));
  return addRows({ ...ours, rows: [], indicators: {} }, [...kept, ...added]);
};

/** Brings two edits of the same beginning together, value by value. */
export const mergeStates = (base: EntryState, ours: EntryState, theirs: EntryState): Merged => {
  const [before, mine, other] = [valuesOf(base), valuesOf(ours), valuesOf(theirs)];
  const conflicts: Conflict[] = [];
  let state = mergedRows(base, ours, theirs);
  for (const path of new Set([...mine.keys(), ...other.keys(), ...before.keys()])) {
    const [was, our, their] = [before, mine, other].map((side) => side.get(path) ?? null);
    const value = our === was ? (their ?? null) : (our ?? null);
    if (our !== was && their !== was && our !== their) {
      conflicts.push(conflictAt(path, our ?? null, their ?? null));
    }
    if (value !== null || path.startsWith('header')) state = withValue(state, path, value);
  }
  return { state, conflicts };
};

/** Takes the other side's values at some places. */
export const takeTheirs = (state: EntryState, conflicts: readonly Conflict[]): EntryState =>
  conflicts.reduce((result, { path, theirs }) => withValue(result, path, theirs), state);

/** How many values differ. */
export const countDifferences = (one: EntryState, other: EntryState): number => {
  if (one === other) return 0;
  const [mine, yours] = [valuesOf(one), valuesOf(other)];
  const paths = new Set([...mine.keys(), ...yours.keys()]);
  return [...paths].filter((path) => (mine.get(path) ?? null) !== (yours.get(path) ?? null)).length;
};
