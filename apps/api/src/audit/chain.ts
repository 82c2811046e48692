import { createHash, createHmac } from 'node:crypto';

/** Everything of one entry that its hash seals. */
export interface SealedEntry {
  readonly organizationId: string;
  readonly sequence: number;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  readonly personId: string | null;
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string | null;
  readonly requestId: string;
  readonly keyId: string;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly previousHash: string;
}

/** Hash before the first entry of every chain. */
export const CHAIN_START = '0'.repeat(64);

/** JSON with sorted keys, so that equal values have equal texts whatever jsonb does to them. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Hash of a body; null for one that was not there. */
export const bodyHash = (body: unknown): string | null =>
  body === undefined || body === null
    ? null
    : createHash('sha256').update(canonicalJson(body)).digest('hex');

/** The seal of an entry, HMAC-SHA-256 under the key from the configuration. */
export const entryHash = (entry: SealedEntry, key: string): string =>
  createHmac('sha256', key).update(canonicalJson(entry)).digest('hex');
