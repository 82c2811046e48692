import type { RefusalRule, WarningRule } from '@enlace/domain';
import { PROBLEMS, type ProblemCode } from '@enlace/contract';
import type { InputRule } from './input-rules.js';

/** A rule that a request can break: of the domain's checks or of the shape of the input. */
export type ProblemRule = RefusalRule | WarningRule | InputRule;

/** One faulty place; the filter writes the rule's text in the reader's language. */
export interface ProblemFault {
  /** JSON pointer into the body, or `/query/x`, `/path/x`, `/header/x`. */
  readonly pointer: string;
  readonly rule: ProblemRule;
  readonly params?: Readonly<Record<string, string | number | null>>;
}

/** What a problem may carry beside its code. */
export interface ProblemOptions {
  /** Replaces the code's own text; already in the reader's language. */
  readonly detail?: string;
  readonly errors?: readonly ProblemFault[];
  /** The record as it stands now (412). */
  readonly current?: unknown;
  /** What was sent (412). */
  readonly yours?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log alone. */
  readonly cause?: unknown;
}

/** The one way to refuse a request; the filter turns it into `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'Problem';
    this.status = PROBLEMS[code];
  }
}

/** A 422 for one field. */
export const invalid = (
  pointer: string,
  rule: ProblemRule,
  params?: Readonly<Record<string, string | number | null>>,
): Problem =>
  new Problem('invalid-input', { errors: [{ pointer, rule, ...(params ? { params } : {}) }] });

/** A 422 for every field that is still empty. */
export const incomplete = (pointers: readonly string[]): Problem =>
  new Problem('invalid-input', {
    errors: pointers.map((pointer) => ({ pointer, rule: 'required' })),
  });
