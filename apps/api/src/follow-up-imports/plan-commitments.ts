import { randomUUID } from 'node:crypto';
import { recordCommitmentRequest, type RecordCommitmentRequest } from '@enlace/contract';
import type { ImportFacts } from './import-facts.js';
import type { TextPlan } from './plan-texts.js';
import { codeOf, recordOf, valuesOf, type FieldColumns, type RowPlace } from './row-values.js';
import type { SheetFaults } from './sheet-faults.js';

/** A commitment that the file means to make; `input` is null where its row is faulty. */
export interface PlannedCommitment {
  readonly id: string;
  readonly place: RowPlace;
  readonly reference: string;
  readonly input: RecordCommitmentRequest | null;
}

/** Where the fields of a commitment stand in its sheet. */
export const COMMITMENT_COLUMNS: FieldColumns = [
  ['/provisions', 'provisions'],
  ['/actor', 'actor'],
  ['/text/language', 'language'],
  ['/text/title', 'title'],
  ['/text/deliverable', 'deliverable'],
  ['/text/verification', 'verification'],
  ['/dueOn', 'dueOn'],
  ['/classification', 'classification'],
];

const MAX_REFERENCE = 60;

/** Reads one row as the request that would record it alone. */
export function planCommitment(
  place: RowPlace,
  texts: TextPlan,
  facts: ImportFacts,
  faults: SheetFaults,
): PlannedCommitment | null {
  const { cells } = place.row;
  const before = faults.count;
  const names = valuesOf(cells.provisions);
  const provisions = names.map((name) => texts.provisionId(name));
  const unknown = names.filter((_name, index) => provisions[index] === undefined);
  const actor = facts.organizations.get(cells.actor ?? '');
  const fault = (column: 'provisions' | 'actor' | 'reference', rule: 'unknown-record'): void => {
    faults.add(place.sheet, place.row, column, { rule });
  };
  if (unknown.length > 0) fault('provisions', 'unknown-record');
  if (cells.actor !== undefined && !actor) fault('actor', 'unknown-record');
  const input = recordOf(
    place,
    recordCommitmentRequest,
    {
      ...{ forum: facts.forumId, actor: actor?.id ?? facts.forumId },
      provisions: provisions.map((id) => id ?? facts.forumId),
      text: {
        ...{ language: codeOf('language', cells.language), title: cells.title },
        ...{ deliverable: cells.deliverable ?? null, verification: cells.verification ?? null },
      },
      dueOn: cells.dueOn ?? null,
      classification: codeOf('classification', cells.classification),
    },
    COMMITMENT_COLUMNS,
    faults,
  );
  const reference = checkReference(place, faults);
  if (reference === null) return null;
  const isRight = input !== null && faults.count === before;
  return { id: randomUUID(), place, reference, input: isRight ? input : null };
}

function checkReference({ sheet, row }: RowPlace, faults: SheetFaults): string | null {
  const { reference } = row.cells;
  if (reference === undefined) return null;
  if (reference.length > MAX_REFERENCE) {
    faults.add(sheet, row, 'reference', { rule: 'too-long', params: { limit: MAX_REFERENCE } });
    return null;
  }
  return reference;
}
