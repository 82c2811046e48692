import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { fileFault } from './file-fault.js';

const MAX_INFLATED = 100_000_000;
const MAX_PAGES = 1000;
const HEAD = 2000;

/** What acts by itself, starts a program, or carries a second file. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z])/;
/** Packing within packing, which multiplies without end and which no honest writer makes. */
const NESTED =
  /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s*\/(?:FlateDecode|Fl|LZWDecode|LZW)(?![A-Za-z])/;

/** Packings that nobody gives objects. */
const UNUSUAL = /\/(?:LZW|ASCII|A85|AHx|RunLength|RL|Crypt)/;
/** What is encrypted, also with an empty password, is not looked into. */
const LOCKED = /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/;

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

/** The objects of a stream; packed otherwise than every writer does, they hide from the check on purpose. */
function objectsOf(head: string, body: Buffer, content: Buffer | null): string {
  if (!/\/F(?:ilter)?(?![A-Za-z])/.test(head)) return body.toString('latin1');
  if (!content || UNUSUAL.test(head)) throw fileFault('file-active');
  return content.toString('latin1');
}

/** Looks at every stream before a reader of PDF does: nothing expands without end, nothing acts. */
function checkStreams(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (LOCKED.test(text)) throw fileFault('file-locked');
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
    if (NESTED.test(head)) throw fileFault('file-expands');
    const body = bytes.subarray(start, end);
    const content = inflated(body, left);
    left -= content?.length ?? 0;
    if (head.includes('/ObjStm')) outside += plainNames(objectsOf(head, body, content));
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
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
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
