import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { command } from './operator.js';

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

interface Damage {
  readonly what: string;
  readonly told: RegExp;
  readonly do: (path: string) => Promise<() => Promise<void>>;
}

/** Each undoes itself, so that all are tried on one backup. */
const DAMAGES: readonly Damage[] = [
  {
    ...{ what: 'one byte changed', told: /was changed/ },
    do: async (path) => {
      const before = await readFile(path);
      const bent = Buffer.from(before);
      const at = Math.floor(bent.length / 2);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      await writeFile(path, bent);
      return () => writeFile(path, before);
    },
  },
  {
    ...{ what: 'one byte more', told: /was changed/ },
    do: async (path) => {
      const before = await readFile(path);
      await appendFile(path, 'x');
      return () => writeFile(path, before);
    },
  },
  {
    ...{ what: 'a file missing', told: /is missing/ },
    do: async (path) => {
      const before = await readFile(path);
      await rm(path);
      return () => writeFile(path, before);
    },
  },
  {
    ...{ what: 'a file added', told: /was added/ },
    do: async (path) => {
      await writeFile(`${path}.more`, '');
      return () => rm(`${path}.more`);
    },
  },
];

/** Every damage to the backup is told and nothing is restored; returns what went otherwise. */
export async function proveDamages(
  backup: string,
  target: string,
  random: () => number,
): Promise<{ readonly tried: number; readonly faults: string[] }> {
  const files = (await filesOf(backup)).filter((name) => name !== 'SHA256SUMS');
  const faults: string[] = [];
  for (const damage of DAMAGES) {
    // An empty file has no byte that could change.
    let path = '';
    while (path === '' || (await stat(path)).size === 0) {
      path = join(backup, files[Math.floor(random() * files.length)] ?? '');
    }
    const undo = await damage.do(path);
    const { code, output } = await command('restore', backup, '--data', target);
    await undo();
    const isLeft = await stat(target).catch(() => null);
    if (code !== 1 || !damage.told.test(output) || isLeft) {
      faults.push(`${damage.what} (${relative(backup, path)}): ${code} ${output.slice(0, 500)}`);
    }
  }
  return { tried: DAMAGES.length, faults };
}
