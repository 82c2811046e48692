import { fileTypeFromBuffer } from 'file-type';
import { invalid, Problem } from '../problems/index.js';
import { fileFault } from './file-fault.js';
import { readCsv } from './read-csv.js';
import { readOffice } from './read-office.js';
import { readPdf } from './read-pdf.js';
import { scanText } from './scan-text.js';
import { stripJpeg } from './strip-jpeg.js';
import { stripPng } from './strip-png.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Office puts a document with a password into a file of its old kind. */
const COMPOUND = Buffer.from('d0cf11e0', 'hex');
const OFFICE_LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** Everything that is taken, by what file-type calls it: the type it is sent with, and the endings of its name. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
} as const;
type Kind = keyof typeof KINDS;

/** A file that may be kept. */
export interface CheckedFile {
  readonly mediaType: string;
  /** What is kept: pictures have lost their metadata. */
  readonly bytes: Buffer;
  /** Pictures, also those in documents, are looked at by who uploads them: no machine sees a face. */
  readonly needsConfirmation: boolean;
}

/**
 * Looks at what a file is and holds, whatever it is called: 415 for other kinds, 422 for one that is
 * named as another kind, damaged, locked, active, or holds personal data.
 */
export async function checkFile(bytes: Buffer, name: string): Promise<CheckedFile> {
  if (bytes.indexOf(OFFICE_LOCKED) > 0 && bytes.subarray(0, 4).equals(COMPOUND))
    throw fileFault('file-locked');
  const kind = await kindOf(bytes);
  if (kind === null) throw new Problem('file-type-not-supported');
  const { mediaType, endings } = KINDS[kind];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!endings.some((one) => one === ending)) {
    throw invalid('/header/X-File-Name', 'not-accepted');
  }
  return { mediaType, ...(await contentOf(kind, bytes)) };
}

async function kindOf(bytes: Buffer): Promise<Kind | null> {
  const found = await fileTypeFromBuffer(bytes);
  const ext = found?.ext ?? (readCsv(bytes) === null ? null : 'csv');
  return ext !== null && Object.hasOwn(KINDS, ext) ? (ext as Kind) : null;
}

async function contentOf(kind: Kind, bytes: Buffer): Promise<Omit<CheckedFile, 'mediaType'>> {
  if (kind === 'png') return { bytes: stripPng(bytes), needsConfirmation: true };
  if (kind === 'jpg') return { bytes: stripJpeg(bytes), needsConfirmation: true };
  const { text, hasPictures } = await wordsOf(kind, bytes);
  await scanText(text);
  return { bytes, needsConfirmation: hasPictures };
}

async function wordsOf(
  kind: Exclude<Kind, 'png' | 'jpg'>,
  bytes: Buffer,
): Promise<{ text: string; hasPictures: boolean }> {
  if (kind === 'pdf') return readPdf(bytes);
  if (kind === 'csv') return { text: readCsv(bytes) ?? '', hasPictures: false };
  return readOffice(bytes, kind);
}
