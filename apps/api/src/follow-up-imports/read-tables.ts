import { setImmediate } from 'node:timers/promises';
import { fileTypeFromBuffer } from 'file-type';
import readExcelFile from 'read-excel-file/node';
import { fileFault, readArchive } from '../files/index.js';
import { readSourceFile } from '../imports/index.js';
import { Problem } from '../problems/index.js';

/** More rows than this in one file are no follow-up of one forum. */
export const MAX_ROWS = 10_000;
/** A workbook of so many rows is far smaller inside; what expands beyond it means to fill the memory. */
const MAX_EXPANDED = 60_000_000;
const MAX_COLUMNS = 200;

/** One table of a file, line by line; blank lines are left out. */
export interface Table {
  /** Empty for a CSV file, which has no sheets. */
  readonly name: string;
  readonly lines: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** What kept it from being read to its end. */
  readonly fault?: TableFault;
}

/** Where and why a table could not be read. */
export interface TableFault {
  readonly row: number;
  readonly value: string;
  readonly rule: (typeof READING_RULES)[number];
}

const READING_RULES = ['file-empty', 'file-unreadable', 'not-utf-8', 'too-many-rows'] as const;

/** Reads a workbook or a CSV file by its content, whatever it is called; refuses what is neither (422). */
export async function readTables(bytes: Buffer): Promise<readonly Table[]> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.ext === 'xlsx' || found?.ext === 'zip') return readWorkbook(bytes);
  if (found !== undefined) throw fileFault('not-a-table');
  return [await readCsvTable(bytes)];
}

async function readCsvTable(bytes: Buffer): Promise<Table> {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  if (text.includes('\0')) throw fileFault('not-a-table');
  const { headings, rows, faults } = await readSourceFile(text);
  const [fault] = faults;
  if (fault) {
    const rule = READING_RULES.find((one) => one === fault.rule) ?? 'file-unreadable';
    return { name: '', lines: [], fault: { row: fault.row, value: fault.value, rule } };
  }
  const lines = rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }));
  return { name: '', lines: [{ row: 1, cells: headings }, ...lines] };
}

async function readWorkbook(bytes: Buffer): Promise<readonly Table[]> {
  const { names, parts } = await readArchive(bytes, MAX_EXPANDED);
  if (!names.includes('xl/workbook.xml')) throw fileFault('not-a-table');
  for (const [name, part] of parts) {
    if (name.startsWith('xl/worksheets/')) checkExtent(part);
    await setImmediate();
  }
  const sheets = await sheetsOf(bytes);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    lines: data
      .map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }));
}

/** A single cell far away makes a table of millions: such a file is refused before it is unfolded. */
function checkExtent(part: string): void {
  for (const [, letters = '', row = ''] of part.matchAll(/\b(?:r|ref)="[^"]*?([A-Z]*)(\d+)"/g)) {
    const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
    if (Number(row) > MAX_ROWS * 2 || column > MAX_COLUMNS) throw fileFault('table-too-wide');
  }
}

async function sheetsOf(bytes: Buffer): ReturnType<typeof readExcelFile> {
  try {
    return await readExcelFile(bytes);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw fileFault('file-damaged');
  }
}

/** What a cell says; cells hold texts, numbers, dates and truths, and of formulas the last result. */
function textOf(value: unknown): string {
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Dates of a spreadsheet have no zone; one that is none stays what no rule accepts. */
const dayOf = (value: Date): string =>
  Number.isNaN(value.getTime()) ? '#' : value.toISOString().slice(0, 10);
