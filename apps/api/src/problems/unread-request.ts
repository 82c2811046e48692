import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { ProblemCode } from '@enlace/contract';
import { Problem } from './problem.js';
import { problemDocumentOf } from './problem-document.js';
import { readerLanguage } from './reader-language.js';

/** What Node could not read as a request, with the bytes where it stopped. */
type Unread = Error & { readonly code?: string; readonly rawPacket?: unknown };

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timed-out',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};
const log = new Logger('Problem');

/** Answers on the bare line what came too slowly, too large or in no order, and closes the line. */
export function answerUnread(error: Unread, socket: Socket): void {
  // Gone, or already in the middle of an answer.
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun(socket)) {
    socket.destroy();
    return;
  }
  const problem = new Problem(BY_CODE[error.code ?? ''] ?? 'malformed-request');
  const requestId = randomUUID();
  log.log({ requestId, code: problem.code, address: socket.remoteAddress });
  const read = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  socket.end(written(problem, read, requestId));
}

/** Node keeps the answer of a line under this name; it asks the same before it closes one. */
const hasBegun = (socket: Socket & { _httpMessage?: { _headerSent?: boolean } }): boolean =>
  socket._httpMessage?._headerSent ?? false;

function written(problem: Problem, read: string, requestId: string): string {
  const language = readerLanguage(/^accept-language: *([^\r\n]*)/im.exec(read)?.[1]);
  const body = JSON.stringify(problemDocumentOf(problem, language, requestId));
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `content-language: ${language}`,
    `x-request-id: ${requestId}`,
    'cache-control: no-store',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
