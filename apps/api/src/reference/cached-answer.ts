import { createHash } from 'node:crypto';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Seconds that a reader may use the answer without asking again. */
const FRESH_FOR = 60;

const namesVersion = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === etag);

/** A text that everybody may read, and what it depends on. */
export interface CachedText {
  readonly text: string;
  readonly type: string;
  /** Request headers that the text depends on; shared caches keep one for each of their values. */
  readonly vary: readonly string[];
}

/** Declares the answer to somebody who names the version that stands in `If-None-Match`. */
export const MayBeUnchanged = (): MethodDecorator =>
  ApiResponse({ status: 304, description: 'As the reader has it already' });

/** Answers with an `ETag`, and 304 to somebody who has that version; only for what everybody may read. */
export function sendCachedText(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, type, vary }: CachedText,
): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', etag).header('cache-control', `public, max-age=${FRESH_FOR}`);
  void reply.header('vary', ['Accept-Encoding', ...vary].join(', '));
  if (namesVersion(request.headers['if-none-match'], etag)) {
    void reply.status(304).send();
    return;
  }
  void reply.type(type).send(text);
}

/** Answers JSON with an `ETag`; it depends on nobody, unless `vary` names headers. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: object,
  vary: readonly string[] = [],
): void {
  const type = 'application/json; charset=utf-8';
  sendCachedText(request, reply, { text: JSON.stringify(answer), type, vary });
}
