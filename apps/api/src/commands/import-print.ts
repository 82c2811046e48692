import type { ImportDryRun, ImportStatus } from '@enlace/contract';

type Faults = Pick<ImportDryRun, 'faults' | 'faultCount'>;

/** A terminal shows no more than this many. */
const MAX_FAULTS = 50;

function printFaults({ faults, faultCount }: Faults): void {
  for (const { row, column, value, rule } of faults.slice(0, MAX_FAULTS)) {
    console.log(`FAULT row ${row}, column "${column}": ${JSON.stringify(value)} ${rule}`);
  }
  const more = faultCount - Math.min(faults.length, MAX_FAULTS);
  if (more > 0) console.log(`... and ${more} more faults`);
}

function printCodes({ unknownCodes, mergedCodes, settings }: ImportDryRun): void {
  const mapped = {
    nationality: settings.nationalities,
    sex: settings.sexes,
    ageBand: settings.ageBands,
  };
  for (const { column, code, rows, suggested, remembered } of unknownCodes) {
    const value: string | undefined = mapped[column][code];
    const meant = value ?? `not mapped${suggested ? ` (suggested: ${suggested})` : ''}`;
    console.log(
      `code ${column} ${code}, ${rows} rows: ${meant}${remembered ? ', remembered' : ''}`,
    );
  }
  for (const { nationality, codes, rows } of mergedCodes) {
    console.log(`merged into ${nationality}: ${codes.join(' ')}, ${rows} rows`);
  }
}

function printWarnings({ warnings, settings }: ImportDryRun): void {
  const confirmed = new Set(settings.confirmations.map(({ rule }) => rule));
  for (const { rule, rows, detail } of warnings) {
    const open = confirmed.has(rule) ? 'confirmed' : 'not confirmed';
    const periods = detail['periods'] ?? 0;
    console.log(`warning ${rule}: ${rows} rows in ${periods} periods, ${open}`);
  }
}

function printYears({ periods }: ImportDryRun): void {
  const years = Map.groupBy(periods, ({ period }) => period.slice(0, 4));
  for (const [year, own] of years) {
    const total = own.reduce((sum, period) => sum + period.total, 0);
    console.log(`${year}: ${total} in ${own.length} reports`);
  }
  console.log(`total: ${periods.reduce((sum, { total }) => sum + total, 0)}`);
}

/** Prints what an import would do: faulty cells, codes, warnings, totals by year. */
export function printDryRun(run: ImportDryRun): void {
  printFaults(run);
  printCodes(run);
  printWarnings(run);
  printYears(run);
  console.log(
    `${run.rows} rows, ${run.yearlyRows} of a year, ${run.ownNationalityRows} of own nationals, ` +
      `${run.faultCount} faults`,
  );
}

/** Prints how an import ended. */
export function printStatus(status: ImportStatus): void {
  printFaults(status);
  console.log(`${status.state}: ${status.rowsDone} rows, ${status.reports} reports`);
}
