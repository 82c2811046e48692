import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@enlace/contract';
import { Problem } from './problem.js';

/** What the framework's own status codes mean here. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  401: 'not-signed-in',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timed-out',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'media-type-not-supported',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'service-unavailable',
};

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

/** Any error as a problem; what nobody expected is an internal error and tells nothing. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  const code = status === null ? undefined : BY_STATUS[status];
  if (code) return new Problem(code, { cause: error });
  if (status !== null && status < 500) return new Problem('malformed-request', { cause: error });
  return new Problem('internal-error', { cause: error });
}
