import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import type { ActingActor } from './actor.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** One creating request that may be sent again. */
export interface IdempotentRequest {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** `Idempotency-Key` of a creating POST with what it belongs to; a missing one is a 422 on the header. */
export const idempotentRequest = (_data: unknown, context: ExecutionContext): IdempotentRequest => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') throw invalid('/header/Idempotency-Key', 'required');
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw invalid('/header/Idempotency-Key', 'wrong-format', { format: '8-200 ASCII' });
  }
  const body = createHash('sha256');
  // A file is its bytes and its name.
  if (Buffer.isBuffer(request.body)) {
    body.update(`${String(request.headers['x-file-name'])}\n`).update(request.body);
  } else body.update(JSON.stringify(request.body ?? null));
  const path = request.url.split('?')[0] ?? request.url;
  return { method: request.method, path, key, bodyHash: body.digest('hex') };
};

/** Hands a creating handler its `Idempotency-Key`. */
export const Idempotent = createParamDecorator(idempotentRequest);

/**
 * Creates a record once for each key, in the caller's write transaction, so that key and record stand
 * or fall together. Returns the record's id and whether it was made now; answer a repeated request
 * with your own read of that id. The same key with another body: 422; while the first runs: 409.
 */
export async function createOnce(
  tx: Transaction,
  actor: ActingActor,
  request: IdempotentRequest,
  create: () => Promise<string>,
): Promise<{ id: string; created: boolean }> {
  const scope = [
    actor.personId,
    actor.organization.id,
    request.method,
    request.path,
    request.key,
  ] as const;
  // The lock tells a request that still runs at once, instead of waiting for its end.
  const { free } = await tx.one<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
    [scope.join('\n')],
  );
  if (!free) throw new Problem('request-in-progress', { headers: { 'retry-after': '1' } });
  await tx.rows(
    `delete from idempotency_key where (person_id, organization_id, method, path, key) = ($1, $2, $3, $4, $5)
       and created_at < enlace_now() - interval '24 hours'`,
    scope,
  );
  const earlier = await tx.maybe<{ body_hash: string; record_id: string }>(
    `select body_hash, record_id from idempotency_key
      where (person_id, organization_id, method, path, key) = ($1, $2, $3, $4, $5)`,
    scope,
  );
  if (earlier && earlier.body_hash !== request.bodyHash) {
    throw new Problem('idempotency-key-reused');
  }
  if (earlier) return { id: earlier.record_id, created: false };
  const id = await create();
  await tx.manager.insert(IdempotencyKeyEntity, {
    ...{ personId: actor.personId, organizationId: actor.organization.id },
    ...{ method: request.method, path: request.path, key: request.key },
    ...{ bodyHash: request.bodyHash, recordId: id },
  });
  return { id, created: true };
}
