import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { findPersonalData } from '@enlace/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, Problem } from '../problems/index.js';

const TYPE = 'application/octet-stream';
const MAX_BYTES = 10 * 1024 * 1024;
const ROUTE =
  /^\/api\/v1\/(?:(?:commitments|practices)\/[^/?]+\/files|forums\/[^/?]+\/imports(?:\/dry-run)?)(?:\?|$)/;
const MAX_NAME = 150;

/** A file as it was sent: its bytes and what it is called. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Teaches the server to take a file as the whole body, at the addresses that take files. */
export function takeFiles(server: FastifyInstance): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const isFile = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === TYPE;
    if (isFile && !ROUTE.test(request.url)) done(new Problem('media-type-not-supported'));
    // Without a token nobody's ten megabytes are read.
    else if (isFile && !request.headers.authorization) done(new Problem('not-signed-in'));
    else done(null, payload);
  });
  server.addContentTypeParser(
    TYPE,
    { parseAs: 'buffer', bodyLimit: MAX_BYTES },
    (_request, body, done) => {
      done(null, body);
    },
  );
}

/** The name without folders and without characters that nobody sees or that turn the reading around. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}"<>:|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();

function nameOf(header: string | string[] | undefined): string {
  const pointer = '/header/X-File-Name';
  if (typeof header !== 'string' || header === '') throw invalid(pointer, 'required');
  let name: string;
  try {
    name = plainName(decodeURIComponent(header));
  } catch {
    throw invalid(pointer, 'wrong-format', { format: 'percent-encoded UTF-8' });
  }
  if (name === '') throw invalid(pointer, 'required');
  if (name.length > MAX_NAME) throw invalid(pointer, 'too-long', { limit: MAX_NAME });
  const [found] = findPersonalData(name);
  if (found) throw invalid(pointer, 'personal-data', { kind: found.kind });
  return name;
}

/** Hands a handler the file that is the body; 415 for any other body. */
export const FileUpload = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new Problem('media-type-not-supported');
  if (body.length === 0) throw invalid('/file', 'required');
  return { name: nameOf(headers['x-file-name']), bytes: body } satisfies UploadedFile;
});
