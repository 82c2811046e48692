import type { FixtureReport } from '../../oracle/sight.js';

/** A fixture as it lies in the database. */
export interface PlacedReport extends FixtureReport {
  readonly id: string;
  readonly total: number;
}
