/** A text prepared for scanning, which knows where each of its characters stood before. */
export interface ScannedText {
  /** Lower case, without accents and invisible characters, with plain spaces, dashes and digits. */
  readonly folded: string;
  /** Position in the original text of each character of `folded`, and its length at the end. */
  readonly positions: readonly number[];
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

const foldCharacter = (character: string): string => {
  if (INVISIBLE.test(character)) return '';
  if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(character)) return ' ';
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-';
  // Full-width letters and digits become plain ones; what becomes several characters is kept.
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === 1 ? plain : character;
};

/** Prepares a text, so that the same number is found in whatever disguise it is typed. */
export const scanText = (text: string): ScannedText => {
  let folded = '';
  const positions: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = foldCharacter(text.charAt(at));
    if (plain === '') continue;
    folded += plain;
    positions.push(at);
  }
  positions.push(text.length);
  return { folded, positions };
};
