// Looked up once: finding a global takes longer than the multiplication.
const { floor, imul } = Math;

/** FNV-1a of a text, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
};

/** A number from 0 to 1 that looks random and is the same for the same text on every machine. */
export const sampleFraction = (text: string): number => {
  let value = hash(text);
  value = imul(value ^ (value >>> 16), 0x85ebca6b);
  value = imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 0x1_0000_0000;
};

/** A factor around 1, at most `spread` away from it. */
export const sampleFactor = (text: string, spread: number): number =>
  1 + (sampleFraction(text) * 2 - 1) * spread;

/** Splits a whole number by weights into whole numbers that add up to it (largest remainder). */
export const apportion = (whole: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (whole * weight) / sum);
  const parts = exact.map(floor);
  const rest = whole - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - floor(value) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
};
