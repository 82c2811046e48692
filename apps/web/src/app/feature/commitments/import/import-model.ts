import type { FollowUpImportCheck } from '@enlace/contract';
import { FOLLOW_UP_SHEETS } from '@enlace/domain';
import { ProblemError } from '../../../core/api/api';

type Fault = FollowUpImportCheck['faults'][number];
type Counts = FollowUpImportCheck['makes'];

/** The counts that are shown, in the order of the chain; aspirations stand last and apart. */
export const COUNTS = [
  'instruments',
  'provisions',
  'commitments',
  'dueDates',
  'aspirations',
] as const satisfies readonly (keyof Counts)[];

/** The kinds of which a CSV file holds one. */
export const SHEETS = FOLLOW_UP_SHEETS;

/** At most so many bytes are taken. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Faults of one sheet. */
export interface SheetFaults {
  readonly sheet: string;
  readonly faults: readonly Fault[];
}

/** Faults sheet by sheet, in the order in which they come. */
export const bySheet = (faults: readonly Fault[]): readonly SheetFaults[] => {
  const sheets = new Map<string, Fault[]>();
  for (const fault of faults) {
    const found = sheets.get(fault.sheet);
    if (found) found.push(fault);
    else sheets.set(fault.sheet, [fault]);
  }
  return [...sheets].map(([sheet, own]) => ({ sheet, faults: own }));
};

/** Why a file was refused before any of its cells was read, in the reader's words. */
export const reasonsOf = (failure: unknown): readonly string[] =>
  failure instanceof ProblemError
    ? (failure.problem.errors ?? []).flatMap(({ detail }) => detail)
    : [];
