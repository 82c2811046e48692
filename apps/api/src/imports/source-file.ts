import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { ImportFault, SourceRow } from '@enlace/domain';

/** A file as rows of texts; the heading is row 1. */
export interface SourceFile {
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
  /** What keeps the file from being read at all. */
  readonly faults: readonly ImportFault[];
}

/** More rows than this are no aggregate figures of one point. */
const MAX_ROWS = 200_000;
const MAX_HEADING = 200;
const DELIMITERS = [',', ';', '\t'];
/** What a decoder leaves where bytes were not UTF-8. */
const REPLACEMENT = '\uFFFD';

/** The delimiter that parts the heading most often; quoted ones do not count. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  const uses = DELIMITERS.map((delimiter) => heading.split(delimiter).length);
  return DELIMITERS[uses.indexOf(Math.max(...uses))] ?? ',';
}

const fault = (row: number, value: string, rule: ImportFault['rule']): SourceFile => ({
  headings: [],
  rows: [],
  faults: [{ row, column: '', value, rule }],
});

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Bytes given to the parser at once, and rows after which others get their turn. */
const CHUNK = 65_536;
const ROWS_A_TURN = 500;

/** The text in pieces: given whole, the parser would read all of it before anybody else has a turn. */
function* piecesOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** Reads CSV with `,`, `;` or tab, with or without quotes and byte order mark; others get their turn meanwhile. */
export async function readSourceFile(text: string): Promise<SourceFile> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const damaged = plain.indexOf(REPLACEMENT);
  if (damaged >= 0) {
    const before = plain.slice(0, damaged);
    const line = plain.slice(before.lastIndexOf('\n') + 1, damaged + 40).split('\n')[0] ?? '';
    return fault(before.split('\n').length, line.slice(0, 100), 'not-utf-8');
  }
  try {
    return await readRows(plain);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return fault(line, error.code, 'file-unreadable');
  }
}

async function readRows(text: string): Promise<SourceFile> {
  const parser = parse({ delimiter: delimiterOf(text), relax_column_count: true });
  Readable.from(piecesOf(text)).pipe(parser);
  const rows: SourceRow[] = [];
  let headings: string[] | null = null;
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    row += 1;
    if (row % ROWS_A_TURN === 0) await setImmediate();
    if (headings === null) headings = cells.map((cell) => cell.trim().slice(0, MAX_HEADING));
    else if (!isBlank(cells)) rows.push({ row, cells });
    if (rows.length > MAX_ROWS) {
      parser.destroy();
      return fault(row, String(MAX_ROWS), 'too-many-rows');
    }
  }
  if (headings === null || rows.length === 0) return fault(1, '', 'file-empty');
  return { headings, rows, faults: [] };
}
