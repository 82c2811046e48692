import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/index.js';

/** Reads `If-Match`, `null` without one; for a record that this request may be the first to write. */
export const ifMatchOrNone = (_data: unknown, context: ExecutionContext): string | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return /^(?:W\/)?"([^"]+)"$/.exec(header?.trim() ?? '')?.[1] ?? null;
};

/** Reads `If-Match`; the OpenAPI document knows by this function which routes need it. */
export const ifMatch = (data: unknown, context: ExecutionContext): string => {
  const version = ifMatchOrNone(data, context);
  if (version === null) throw new Problem('version-required');
  return version;
};

/** The version that a write names in `If-Match`, without its quotes; 428 without one. */
export const IfMatch = createParamDecorator(ifMatch);

/** The version that a write names in `If-Match`, or `null`: only a record that exists needs one. */
export const IfMatchOrNone = createParamDecorator(ifMatchOrNone);

/** Refuses a write on another version than the one it names: 412 with both. */
export function requireVersion(
  named: string,
  stands: string,
  both: { current: unknown; yours?: unknown },
): void {
  if (named !== stands) throw new Problem('stale-version', both);
}
