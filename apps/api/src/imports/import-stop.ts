import type { ImportFault } from '@enlace/domain';
import { constraintOf } from '../database/index.js';

/** Ends an import inside its transaction, so that nothing of it stays. */
export class ImportStop extends Error {
  constructor(
    readonly state: 'refused' | 'cancelled' | 'failed',
    readonly faults: readonly ImportFault[] = [],
    readonly faultCount = faults.length,
  ) {
    super(`The import was ${state}`);
    this.name = 'ImportStop';
  }
}

/** Any error as the end of an import; a report that the actor cannot see can still be in its way. */
export function stopOf(error: unknown): ImportStop {
  if (error instanceof ImportStop) return error;
  if (!constraintOf(error)?.startsWith('arrival_report_')) return new ImportStop('failed');
  return new ImportStop('refused', [{ row: 1, column: '', value: '', rule: 'report-exists' }]);
}
