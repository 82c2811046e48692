import { PROBLEMS, problemDocument, type ProblemCode } from '@enlace/contract';
import { z } from 'zod';

/** The parts of an operation that this reads and writes. */
export interface Operation {
  operationId?: string;
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  security?: readonly object[];
  'x-permission'?: string;
  /** Whether nobody need sign in. */
  'x-public'?: boolean;
  'x-problems'?: readonly ProblemCode[];
}

/** What the handler takes beside path, query and body. */
export interface HandlerTraits {
  readonly needsVersion: boolean;
  /** Only where the record exists already. */
  readonly takesVersion: boolean;
  readonly isIdempotent: boolean;
}

const ALWAYS: readonly ProblemCode[] = [
  'request-timed-out',
  'address-too-long',
  'headers-too-large',
  'too-many-requests',
  'internal-error',
  'service-unavailable',
];
const GUARDED: readonly ProblemCode[] = [
  'acting-organization-required',
  'not-signed-in',
  'not-admitted',
  'not-permitted',
  'acting-organization-refused',
  'stronger-sign-in-required',
];
const WITH_BODY: readonly ProblemCode[] = [
  'malformed-request',
  'body-too-large',
  'media-type-not-supported',
  'invalid-input',
];

/** Every problem that an operation can answer with: by what it takes, and those it declares itself. */
export function problemsOf(
  path: string,
  operation: Operation,
  traits: HandlerTraits,
): ProblemCode[] {
  const codes = new Set<ProblemCode>(ALWAYS);
  const add = (condition: boolean, more: readonly ProblemCode[]): void => {
    if (condition) for (const code of more) codes.add(code);
  };
  add(operation['x-permission'] !== undefined, GUARDED);
  add(path.includes('{'), ['not-found']);
  add(operation.requestBody !== undefined, WITH_BODY);
  add((operation.parameters ?? []).some(isQuery), ['invalid-input']);
  add(traits.needsVersion || traits.takesVersion, ['stale-version', 'version-required']);
  add(traits.isIdempotent, ['invalid-input', 'idempotency-key-reused', 'request-in-progress']);
  add(true, operation['x-problems'] ?? []);
  return [...codes].toSorted();
}

const isQuery = (parameter: unknown): boolean =>
  z.object({ in: z.literal('query') }).safeParse(parameter).success;

/** The answers of an operation's problems, one a status, with the codes that it stands for. */
export function problemAnswers(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      String(status),
      {
        description: named.join(', '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

/** The schema of every problem document. */
export const problemSchema = (): object =>
  // Under its own name it would refer to itself.
  z.toJSONSchema(z.object(problemDocument.shape));
