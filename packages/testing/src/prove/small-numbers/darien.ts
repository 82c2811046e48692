import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNationality } from '@enlace/domain';

/** One month of published figures: counts by nationality alone. */
export interface PublishedMonth {
  readonly month: string;
  readonly counts: readonly { readonly nationality: string; readonly value: number }[];
}

/** Codes of the source that are not ours, as its own notes explain them; Tibet is left to China here. */
const MAPPED: Readonly<Record<string, string>> = { OOO: 'XXX', STL: 'XXA', TIB: 'CHN' };

/** The published months of the Darién file from 2021 on; null where the file is not present. */
export async function readDarien(): Promise<readonly PublishedMonth[] | null> {
  const folder = process.env['ENLACE_REAL_DATA'];
  if (!folder) return null;
  const text = await readFile(join(folder, 'panama-darien-by-nationality.csv'), 'utf8');
  const months = new Map<string, Map<string, number>>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [month = '', , code = '', count = ''] = line.trim().split(',');
    // Earlier rows are totals of a year, dated January.
    if (month < '2021') continue;
    const nationality = MAPPED[code] ?? code;
    if (!isNationality(nationality)) throw new Error(`${code} is no nationality`);
    const counts = months.get(month) ?? new Map<string, number>();
    counts.set(nationality, (counts.get(nationality) ?? 0) + Number(count));
    months.set(month, counts);
  }
  return [...months].map(([month, counts]) => ({
    month,
    counts: [...counts].map(([nationality, value]) => ({ nationality, value })),
  }));
}
