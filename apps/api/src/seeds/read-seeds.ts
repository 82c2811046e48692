import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  DEMO_SEEDS,
  REFERENCE_SEEDS,
  type DemoSeeds,
  type ReferenceSeeds,
} from '@enlace/contract/seeds';

/** The repository's `seeds`, as far from the compiled file as from its source. */
export const SEEDS_DIRECTORY = fileURLToPath(new URL('../../../../seeds', import.meta.url));

async function readFolder(
  folder: string,
  schemas: Readonly<Record<string, z.ZodType>>,
): Promise<Record<string, unknown>> {
  const files = Object.entries(schemas).map(async ([name, schema]) => {
    const file = join(folder, `${name}.json`);
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`);
    return [name, parsed.data] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Reads and checks `reference`; an error names the file and what is wrong in it. */
export const readReferenceSeeds = async (directory: string): Promise<ReferenceSeeds> =>
  (await readFolder(join(directory, 'reference'), REFERENCE_SEEDS)) as ReferenceSeeds;

/** Reads and checks `demo`; an error names the file and what is wrong in it. */
export const readDemoSeeds = async (directory: string): Promise<DemoSeeds> =>
  (await readFolder(join(directory, 'demo'), DEMO_SEEDS)) as DemoSeeds;
