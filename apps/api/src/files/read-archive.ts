import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Problem } from '../problems/index.js';
import { fileFault } from './file-fault.js';

const MAX_ENTRIES = 3000;
const MAX_EXPANDED = 200_000_000;
/** What documents are made of; programs, embedded documents and controls are not among it. */
const PARTS = /\.(?:xml|rels|vml|png|jpe?g|gif|emf|wmf|odttf|fntdata)$/i;
const PRINTER_SETTINGS = /^xl\/printerSettings\/[^/]+\.bin$/;
const END_RECORD = 22;

/** Parts of an office document: those that are XML, with their texts, and the names of all. */
export interface Archive {
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
}

/** Reads a ZIP that begins and ends where the file does; refuses what expands, hides or leads out of it. */
export async function readArchive(bytes: Buffer, expanded = MAX_EXPANDED): Promise<Archive> {
  // No more and no less than one archive: nothing before it, nothing behind it, no comment.
  if (bytes.length < END_RECORD || bytes.readUInt32LE(bytes.length - END_RECORD) !== 0x06054b50)
    throw fileFault('file-damaged');
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
    const entries = await entriesOf(zip);
    checkEntries(entries, bytes.length, expanded);
    const parts = new Map<string, string>();
    for (const entry of entries.filter(({ fileName }) => /\.(?:xml|rels|vml)$/i.test(fileName))) {
      // The reader stops where more comes out than the entry says.
      parts.set(entry.fileName, textOf(await buffer(await zip.openReadStreamPromise(entry))));
    }
    return { names: entries.map(({ fileName }) => fileName), parts };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw fileFault('file-damaged');
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) reject(fileFault('file-expands'));
      else zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });
}

function checkEntries(entries: readonly Entry[], size: number, expanded: number): void {
  const sum = (of: (entry: Entry) => number): number =>
    entries.reduce((total, entry) => total + of(entry), 0);
  // More inside than fits: entries that share their bytes.
  if (sum((entry) => entry.compressedSize) > size) throw fileFault('file-damaged');
  if (sum((entry) => entry.uncompressedSize) > expanded) throw fileFault('file-expands');
  for (const entry of entries) {
    const { fileName } = entry;
    if (entry.isEncrypted()) throw fileFault('file-locked');
    if (fileName.endsWith('/')) continue;
    if (!PARTS.test(fileName) && !PRINTER_SETTINGS.test(fileName)) throw fileFault('file-active');
  }
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length)
    throw fileFault('file-damaged');
}

function textOf(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  // Documents declare no types and no entities of their own; those who do mean to expand them.
  if (text.includes('\0') || /<!(?:DOCTYPE|ENTITY)/i.test(text)) throw fileFault('file-active');
  return text;
}
