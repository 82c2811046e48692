import { fileFault } from './file-fault.js';

/** Larger pictures are no photographs: they fill the memory of whoever opens them. */
const MAX_SIDE = 20_000;
const MAX_PIXELS = 60_000_000;

/** Refuses a picture that is small as a file and huge when shown. */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw fileFault('file-damaged');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw fileFault('file-expands');
  }
}
