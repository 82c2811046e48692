import { createHash } from 'node:crypto';

/** Opaque version of a record, from its id and revision: a bare revision would tell how often it changed. */
export const recordEtag = (id: string, revision: number): string =>
  createHash('sha256').update(`${id}/${revision}`).digest('base64url').slice(0, 22);
