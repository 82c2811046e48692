import { fileFault } from './file-fault.js';
import { checkPixels } from './picture-size.js';

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const APP1 = 0xe1;
const APP14 = 0xee;
const SOS = 0xda;
const END = 0xd9;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Tables, frames and scans; of the applications' segments only Adobe's, which says how colors are coded. */
const isKept = (marker: number, body: Buffer): boolean =>
  isFrame(marker) ||
  [0xc4, 0xcc, 0xdb, 0xdd, SOS].includes(marker) ||
  (marker === APP14 && body.toString('latin1', 0, 5) === 'Adobe');

/** Which way up, from EXIF: the one thing of it that the picture needs. */
function orientationOf(body: Buffer): number {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0' || body.length < 16) return 1;
  const tiff = body.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

/** EXIF with the orientation and nothing else. */
const exifOf = (orientation: number): Buffer =>
  Buffer.from([
    ...[0xff, APP1, 0, 34, ...Buffer.from('Exif\0\0MM\0*', 'latin1'), 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);

/** Where the coded data of a scan ends: at the next marker that is no restart and no stuffing. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** The JPEG without EXIF, XMP, comments, profiles and previews, and without anything behind its end. */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasFrame = false;
  let at = SOI.length;
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      if (!hasFrame) break;
      const turned = orientation > 1 && orientation <= 8 ? [exifOf(orientation)] : [];
      return Buffer.concat([SOI, ...turned, ...kept, EOI]);
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) break;
    const body = bytes.subarray(at + 4, end);
    if (marker === APP1 && orientation === 1) orientation = orientationOf(body);
    if (isFrame(marker) && body.length >= 5) {
      checkPixels(body.readUInt16BE(3), body.readUInt16BE(1));
      hasFrame = true;
    }
    const stop = marker === SOS ? endOfScan(bytes, end) : end;
    if (isKept(marker, body)) kept.push(bytes.subarray(at, stop));
    at = stop;
  }
  throw fileFault('file-damaged');
}
