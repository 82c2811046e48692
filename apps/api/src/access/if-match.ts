import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/index.js';

/** Reads `If-Match`; the OpenAPI document knows by this function which routes need it. */
export const ifMatch = (_data: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = /^(?:W\/)?"([^"]+)"$/.exec(header?.trim() ?? '')?.[1];
  if (!version) throw new Problem('version-required');
  return version;
};

/** The version that a write names in `If-Match`, without its quotes; 428 without one. */
export const IfMatch = createParamDecorator(ifMatch);

/** Refuses a write on another version than the one it names: 412 with both. */
export function requireVersion(
  named: string,
  stands: string,
  both: { current: unknown; yours?: unknown },
): void {
  if (named !== stands) throw new Problem('stale-version', both);
}
