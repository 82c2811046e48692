import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { FollowUpImportCheck } from '@enlace/contract';
import type { TestAnswer } from '../app.harness.js';
import { api, owner, useCommitments } from '../commitments/commitments.harness.js';

/** Rows of one sheet as a person types them; a Date is a cell of a date. */
export type TypedRow = Readonly<Record<string, string | Date | number>>;

/** Where the secretariat of the RCM imports. */
export const RCM = '/api/v1/forums/rcm/imports';

export const AGREEMENT: TypedRow = {
  Symbol: 'PLAN-2026',
  Kind: 'Plan of action',
  'Title (es)': 'Plan de acción de prueba',
  'Title (en)': 'Plan of action for tests',
  'Title (pt)': 'Plano de ação de teste',
  'Title (fr)': 'Plan d’action d’essai',
  'Original language': 'es',
  'Adopted on': new Date('2026-06-30'),
  Place: 'San José',
};

/** A provision of that plan. */
export const provision = (number: string, more: TypedRow = {}): TypedRow => ({
  ...{ Agreement: 'PLAN-2026', Number: number, 'Original language': 'es' },
  'Title (es)': `Medida ${number}`,
  'Title (en)': `Measure ${number}`,
  'Title (pt)': `Medida ${number}`,
  'Title (fr)': `Mesure ${number}`,
  'Text (es)': `Los Estados aplicarán la medida ${number}.`,
  ...more,
});

/** A commitment of Panama under its first provision. */
export const promise = (reference: string, more: TypedRow = {}): TypedRow => ({
  ...{ Reference: reference, Provisions: 'PLAN-2026 1', Organization: 'pa-snm' },
  ...{ 'Original language': 'es', Title: `Compromiso ${reference}` },
  Deliverable: 'Un registro en funcionamiento',
  'Means of verification': 'El registro se puede consultar',
  'Due on': new Date('2027-12-31'),
  Classification: 'community',
  ...more,
});

const headingsOf = (rows: readonly TypedRow[]): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
];

const cellOf = (value: TypedRow[string] | undefined) => {
  if (value === undefined) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
};

/** A workbook as Excel writes it, sheet by sheet. */
export const workbook = (sheets: Readonly<Record<string, readonly TypedRow[]>>): Promise<Buffer> =>
  writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => {
      const headings = headingsOf(rows);
      const data = rows.map((row) => headings.map((heading) => cellOf(row[heading])));
      return { sheet, data: [headings.map(cellOf), ...data] };
    }),
  ).toBuffer();

/** A CSV file of one kind. */
export function csv(rows: readonly TypedRow[]): Buffer {
  const headings = headingsOf(rows);
  const said = (value: TypedRow[string] | undefined): string =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  const lines = rows.map((row) => headings.map((heading) => said(row[heading])));
  return Buffer.from(stringify([headings, ...lines]));
}

/** Sends a file to one of the two addresses that take files. */
export const send = (
  bytes: Buffer,
  { path = '', as = 'sec.rcm', key = randomUUID(), forum = RCM, language = 'en' } = {},
): Promise<TestAnswer> =>
  api.request(`${forum}${path}`, {
    ...{ as, method: 'POST', body: new Uint8Array(bytes) },
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': 'plan.xlsx',
      'idempotency-key': key,
      'accept-language': language,
    },
  });

/** What a dry run says of a file. */
export async function dryRun(bytes: Buffer): Promise<FollowUpImportCheck> {
  const answer = await send(bytes, { path: '/dry-run' });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as unknown as FollowUpImportCheck;
}

/** The faults of a dry run as `Sheet row letter column rule`. */
export const told = ({ faults }: FollowUpImportCheck): string[] =>
  faults.map(({ sheet, row, letter, column, rule }) =>
    [sheet, row, letter, column, rule].filter((part) => part !== '').join(' '),
  );

export const TABLES = [
  ...['instrument', 'instrument_forum', 'provision', 'provision_text', 'provision_link'],
  ...['commitment', 'commitment_text', 'commitment_provision', 'due_date', 'reporting_schedule'],
  ...['commitment_event', 'audit_entry', 'import_job'],
];

/** How many rows there are of everything that an import writes. */
export async function counted(): Promise<Record<string, number>> {
  const sql = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await owner.query<Record<string, number>>(`select ${sql.join(', ')}`);
  return rows[0] ?? {};
}

const day = (text: string): Date => new Date(text);

/** A file of every kind: two provisions, three commitments, an aspiration and two dates. */
export const whole = (): Promise<Buffer> =>
  workbook({
    Agreements: [AGREEMENT],
    Provisions: [
      provision('1', { Themes: 'asylum; data', Repeats: 'SJ-2009 F1' }),
      provision('2', { 'Text (en)': 'States shall apply measure 2.', Repeats: 'PLAN-2026 1' }),
    ],
    Commitments: [
      promise('2026-PAN-01'),
      promise('2026-PAN-02', { Provisions: 'PLAN-2026 1; SJ-2009 F1', Title: '=1+1 es dos' }),
      promise('2026-PAN-03', { Classification: 'confidential' }),
      { ...promise('2026-CRI-01', { Organization: 'cr-dgme' }), Deliverable: '' },
    ],
    'Due dates': [
      { Reference: '2026-PAN-01', 'Due on': day('2027-03-31') },
      { Reference: '2026-PAN-01', 'Due on': '2027-06-30' },
    ],
  });

/** The application with what one example imported gone before the next. */
export function useFollowUpImports(): void {
  useCommitments();

  beforeAll(async () => {
    await owner.query(`create table before_imports as select id from commitment`);
  });

  beforeEach(async () => {
    // Each example begins without what the one before imported.
    await owner.query(`delete from commitment where id not in (select id from before_imports)`);
    await owner.query(`delete from instrument where symbol like 'PLAN-%'`);
  });
}
