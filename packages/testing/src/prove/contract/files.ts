import { randomUUID } from 'node:crypto';
import type { FileAnswer } from '@enlace/contract';
import type { Traveller } from './traveller.js';

/** A PNG of one dot, which its owner must confirm as any picture. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends bytes as the file that they are; answers what came back. */
export async function sendFile<T>(
  who: Traveller,
  path: string,
  name: string,
  body: Uint8Array,
): Promise<T> {
  const headers = { 'idempotency-key': randomUUID(), 'x-file-name': encodeURIComponent(name) };
  const answer = await who.call(path, { method: 'POST', body, headers });
  if (answer.status > 299) throw new Error(`${path} -> ${answer.status} ${answer.text}`);
  return answer.json as T;
}

/** Hands in a picture, confirms it and reads it back; answers its id. */
export async function handInPicture(who: Traveller, path: string): Promise<string> {
  const { id, etag } = await sendFile<FileAnswer>(who, path, 'dot.png', DOT);
  await who.send('POST', `/api/v1/files/${id}/confirmation`, undefined, etag);
  await who.get(`/api/v1/files/${id}`);
  return id;
}
