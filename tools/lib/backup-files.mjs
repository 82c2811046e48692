import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files that people handed in are named by their SHA-256; others are still on their way. */
const STORED = /^[0-9a-f]{64}$/;

/** Copies what people handed in and is not there yet; returns how many files. */
export async function copyStored(from, to) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let copied = 0;
  for (const entry of entries) {
    if (!entry.isFile() || !STORED.test(entry.name)) continue;
    const target = join(to, entry.name.slice(0, 2), entry.name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(join(entry.parentPath, entry.name), target, 1);
      copied += 1;
    } catch (error) {
      // There already, or swept away since the folder was read.
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    }
  }
  return copied;
}
