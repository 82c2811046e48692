import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Seconds that a reader may use the answer without asking again. */
const FRESH_FOR = 60;

const namesVersion = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === etag);

/** Answers with an `ETag`, and 304 to somebody who has that version; only for what everybody may read. */
export function sendCached(request: FastifyRequest, reply: FastifyReply, answer: object): void {
  const text = JSON.stringify(answer);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', etag).header('cache-control', `public, max-age=${FRESH_FOR}`);
  // The answer depends on nobody, so that shared caches keep one.
  void reply.header('vary', 'Accept-Encoding');
  if (namesVersion(request.headers['if-none-match'], etag)) {
    void reply.status(304).send();
    return;
  }
  void reply.type('application/json; charset=utf-8').send(text);
}
