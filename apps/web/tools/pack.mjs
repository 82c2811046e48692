/** Leaves a Brotli twin (`.br`) beside each text file of the build: `node apps/web/tools/pack.mjs`. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const TEXTS = new Set(['.css', '.html', '.js', '.json', '.svg']);
/** Smaller ones gain nothing. */
const LEAST = 256;

const root = join(dirname(fileURLToPath(import.meta.url)), '../dist/browser');
const pack = promisify(brotliCompress);

const entries = await readdir(root, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)));
await Promise.all(
  files.map(async (entry) => {
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    if (content.length < LEAST) return;
    await writeFile(`${file}.br`, await pack(content));
  }),
);
