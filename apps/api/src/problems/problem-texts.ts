import type { ProblemCode } from '@enlace/contract';
import type { ProblemRule } from './problem.js';

/** Every text of one language; a missing one does not compile. */
export interface ProblemTexts {
  readonly problems: Readonly<
    Record<ProblemCode, { readonly title: string; readonly detail: string }>
  >;
  readonly rules: Readonly<Record<ProblemRule, string>>;
}
