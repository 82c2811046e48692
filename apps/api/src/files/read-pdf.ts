import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { fileFault } from './file-fault.js';

const MAX_INFLATED = 100_000_000;
const MAX_PAGES = 1000;
/** Milliseconds in which the text of an honest file is read many times over. */
const MAX_TIME = 20_000;
const HEAD = 2000;

/** What acts by itself, starts a program, or carries a second file. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z])/;
/** Packings that multiply without end or hide one another from the check below. */
const HIDDEN =
  /\/(?:LZWDecode|LZW|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL)(?![A-Za-z])|(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)(?![A-Za-z])/;

/** Names may be written with `#` and two digits, which hides them from a search. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

function inflated(body: Buffer, left: number): Buffer | null {
  try {
    return inflateSync(body, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw fileFault('file-expands');
    }
    return null;
  }
}

/** Looks at every stream before a reader of PDF does: nothing expands without end, nothing acts. */
function checkStreams(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  let left = MAX_INFLATED;
  let outside = '';
  let from = 0;
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) throw fileFault('file-damaged');
    const before = plainNames(text.slice(from, match.index));
    outside += before;
    const head = before.slice(Math.max(before.lastIndexOf(' obj'), before.length - HEAD, 0));
    if (HIDDEN.test(head)) throw fileFault('file-expands');
    const content = inflated(bytes.subarray(start, end), left);
    left -= content?.length ?? 0;
    if (content && head.includes('/ObjStm')) outside += plainNames(content.toString('latin1'));
    from = end;
  }
  if (ACTIVE.test(outside + plainNames(text.slice(from)))) throw fileFault('file-active');
}

/** The text of a PDF, and whether a page has none: pictures of pages are for people to look at. */
export async function readPdf(bytes: Buffer): Promise<{ text: string; hasPictures: boolean }> {
  if (!bytes.subarray(-1024).includes('%%EOF')) throw fileFault('file-damaged');
  // The end of an archive behind the end of the document: two files in one.
  if (bytes.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1')) throw fileFault('file-active');
  checkStreams(bytes);
  const document = await open(bytes);
  try {
    return await textOf(document);
  } finally {
    await document.loadingTask.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Buffer): Promise<PdfDocument> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { info } = await document.getMetadata();
    if ('EncryptFilterName' in info && info.EncryptFilterName) throw fileFault('file-locked');
    return document;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw fileFault('file-locked');
    if (error instanceof Error && error.name === 'InvalidPDFException')
      throw fileFault('file-damaged');
    throw error;
  }
}

async function textOf(document: PdfDocument): Promise<{ text: string; hasPictures: boolean }> {
  if (document.numPages > MAX_PAGES) throw fileFault('file-expands');
  const until = Date.now() + MAX_TIME;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    if (Date.now() > until) throw fileFault('file-expands');
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((i) => ('str' in i ? i.str + (i.hasEOL ? '\n' : '') : '')).join(''));
    const notes = (await page.getAnnotations()) as readonly Record<string, unknown>[];
    pages.push(notes.map((note) => wordsOf(note)).join('\n'));
    page.cleanup();
  }
  const shown = pages.filter((_text, index) => index % 2 === 0);
  const { info } = await document.getMetadata();
  return {
    text: [...pages, ...Object.values(info).filter((one) => typeof one === 'string')].join('\n'),
    hasPictures: shown.some((text) => text.trim() === ''),
  };
}

/** What a comment, link or field of a page says. */
function wordsOf(note: Record<string, unknown>): string {
  const contents = note['contentsObj'] as { str?: unknown } | undefined;
  return [contents?.str, note['url'], note['fieldValue']]
    .filter((one) => typeof one === 'string')
    .join(' ');
}
