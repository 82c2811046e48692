import { notBelieved } from './not-believed.js';

/** No token of the provider is longer than a fraction of this. */
const LONGEST = 16_384;
/** Headers that say where the key is: ours is asked of the configured address alone. */
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
const KEY_NAME = /^[\w-]{1,128}$/;

/** Refuses, before any key is looked at, tokens that ask to be read in more than one way. */
export function assertPlain(token: string): void {
  if (token.length > LONGEST) throw notBelieved(new Error('The token is too long.'));
  const parts = token.split('.');
  const [header, claims] = parts.map(textOf);
  if (parts.length !== 3 || !header || !claims) throw notBelieved(new Error('Not three parts.'));
  const named = objectOf(header);
  if (KEY_HEADERS.some((name) => name in named)) {
    throw notBelieved(new Error('The token names a key of its own.'));
  }
  if (typeof named['kid'] !== 'string' || !KEY_NAME.test(named['kid'])) {
    throw notBelieved(new Error('The token names no key, or a place.'));
  }
  if (keysIn(header) !== countKeys(named) || keysIn(claims) !== countKeys(objectOf(claims))) {
    throw notBelieved(new Error('The token says something twice.'));
  }
}

const textOf = (part: string): string => Buffer.from(part, 'base64url').toString();

function objectOf(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch (error) {
    throw notBelieved(error);
  }
  throw notBelieved(new Error('A part of the token is no object.'));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names in a JSON text: the texts before a colon; a parser keeps the last of two alike. */
const keysIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon).length;

function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countKeys(one), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + 1 + countKeys(one), 0);
}
