import type { Language } from '@enlace/domain';
import { PROBLEM_TYPE_BASE, type ProblemDocument } from '@enlace/contract';
import type { Problem, ProblemFault } from './problem.js';
import { TEXTS } from './texts.js';

/** Fills `{name}` in a text; a figure that is missing shows as a dash. */
export const fill = (text: string, params: ProblemFault['params'] = {}): string =>
  text.replace(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? '–'));

/** The RFC 9457 document of a problem in one language. */
export function problemDocumentOf(
  problem: Problem,
  language: Language,
  reference: string,
): ProblemDocument {
  const { problems, rules } = TEXTS[language];
  const { detail, errors, current, yours } = problem.options;
  const text = problems[problem.code];
  return {
    type: `${PROBLEM_TYPE_BASE}${problem.code}`,
    title: text.title,
    status: problem.status,
    detail: detail ?? text.detail,
    reference,
    ...(errors
      ? {
          errors: errors.map(({ pointer, rule, params }) => ({
            pointer,
            rule,
            detail: fill(rules[rule], params),
            ...(params ? { params: { ...params } } : {}),
          })),
        }
      : {}),
    ...(current === undefined ? {} : { current }),
    ...(yours === undefined ? {} : { yours }),
  };
}
