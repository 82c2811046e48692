import { readFile, writeFile } from 'node:fs/promises';

/** The committed document, from `src/openapi` and from `dist/openapi` alike. */
const FILE = new URL('../../openapi.json', import.meta.url);

/** The text of the committed document. */
export const readOpenApi = (): Promise<string> => readFile(FILE, 'utf8');

/** Writes the committed document. */
export const writeOpenApi = (text: string): Promise<void> => writeFile(FILE, text);
