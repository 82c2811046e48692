import { spawnSync } from 'node:child_process';

/** A cell as openpyxl reads it: its kind (`s` text, `n` number, `d` date, `f` formula) and value. */
export interface ReadCell {
  readonly sheet: string;
  readonly at: string;
  readonly kind: string;
  readonly value: string | number | null;
}

const READ = `
import io, json, sys
from openpyxl import load_workbook
book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([dict(sheet=sheet.title, at=cell.coordinate, kind=cell.data_type,
  value=cell.value if isinstance(cell.value, (int, float, str)) else cell.value.isoformat())
  for sheet in book for row in sheet for cell in row if cell.value is not None]))`;

const python = (code: string, input: Buffer): ReturnType<typeof spawnSync> =>
  spawnSync('python3', ['-c', code], { input, maxBuffer: 100_000_000, encoding: 'utf8' });

/** Why this machine cannot read workbooks with openpyxl, or null where it can. */
export const withoutOpenpyxl: string | null =
  python('import openpyxl', Buffer.alloc(0)).status === 0 ? null : 'no Python with openpyxl';

/** Every cell of a workbook that holds something, read by a library that shares no code with its writer. */
export function readWithOpenpyxl(workbook: Buffer): readonly ReadCell[] {
  const { status, stdout, stderr } = python(READ, workbook);
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout)) as ReadCell[];
}
