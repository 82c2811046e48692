import { pointerOf } from './zod-faults.js';

/** The database keeps no text with the character 0, nor half of a pair of surrogates. */
const isUnkept = (text: string): boolean => text.includes('\0') || /\p{Cs}/u.test(text);

/** Where in a body or query there is a text that cannot be kept; null: nowhere. A key is told by what holds it. */
export function unkeptText(value: unknown, prefix: string): string | null {
  if (typeof value === 'string') return isUnkept(value) ? prefix : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = isUnkept(key) ? prefix : unkeptText(part, pointerOf([key], prefix));
    if (found !== null) return found;
  }
  return null;
}
