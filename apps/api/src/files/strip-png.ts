import { crc32 } from 'node:zlib';
import { fileFault } from './file-fault.js';
import { checkPixels } from './picture-size.js';

const SIGNATURE = 8;
/** What is needed to show the picture; all else (texts, EXIF, times, profiles, animation) is left out. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** The PNG without metadata and without anything behind its end. */
export function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, SIGNATURE)];
  let at = SIGNATURE;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) break;
    if ((at === SIGNATURE) !== (type === 'IHDR')) break;
    if (type === 'IHDR') checkPixels(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw fileFault('file-damaged');
}
