import { setImmediate } from 'node:timers/promises';
import { findPersonalData } from '@enlace/domain';
import { fileFault } from './file-fault.js';

/** More text than a report's evidence ever has; the scan of it would keep everybody waiting. */
const MAX_TEXT = 20_000_000;
const PIECE = 4000;
/** What is found across the border of two pieces: no number or address is longer. */
const OVERLAP = 120;

/** Pieces that end at a line's end where there is one. */
function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const line = text.lastIndexOf('\n', at + PIECE);
    const isLast = at + PIECE >= text.length;
    const end = !isLast && line > at ? line : Math.min(text.length, at + PIECE);
    yield text.slice(Math.max(0, at - OVERLAP), end);
    at = Math.max(end, at + 1);
  }
}

/** Refuses a file whose text seems to hold personal data; the answer says which kind and never what. */
export async function scanText(text: string): Promise<void> {
  if (text.length > MAX_TEXT) throw fileFault('file-expands');
  for (const piece of piecesOf(text)) {
    const [found] = findPersonalData(piece);
    if (found) throw fileFault('personal-data', { kind: found.kind });
    await setImmediate();
  }
}
