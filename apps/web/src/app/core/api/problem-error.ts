import type { ProblemCode, ProblemDocument } from '@enlace/contract';
import { PROBLEMS, PROBLEM_TYPE_BASE, problemDocument } from '@enlace/contract';

/** The server answered with a problem. */
export class ProblemError extends Error {
  constructor(
    readonly problem: ProblemDocument,
    readonly status: number,
  ) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  /** The code at the end of the problem's type; null for one that the contract does not list. */
  get code(): ProblemCode | null {
    const at = this.problem.type.lastIndexOf(PROBLEM_TYPE_BASE);
    const code = at < 0 ? '' : this.problem.type.slice(at + PROBLEM_TYPE_BASE.length);
    return code in PROBLEMS ? (code as ProblemCode) : null;
  }
}

/** The request did not reach the server. */
export class OfflineError extends Error {
  constructor(options?: ErrorOptions) {
    super('The server cannot be reached', options);
    this.name = 'OfflineError';
  }
}

/** Reads the problem out of an answer's body; an answer that holds none becomes a plain one. */
export const problemFrom = (body: unknown, status: number, reference: string): ProblemError => {
  const parsed = problemDocument.safeParse(body);
  const problem = parsed.success
    ? parsed.data
    : { type: 'about:blank', title: `HTTP ${status}`, status, reference };
  return new ProblemError(problem, status);
};
