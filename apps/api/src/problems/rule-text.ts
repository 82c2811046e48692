import type { Language } from '@enlace/domain';
import { fill } from './problem-document.js';
import type { ProblemFault } from './problem.js';
import { TEXTS } from './texts.js';

/** What a fault says in one language, for answers that list faults without being problems. */
export const ruleText = (
  { rule, params }: Pick<ProblemFault, 'rule' | 'params'>,
  language: Language,
): string => fill(TEXTS[language].rules[rule], params);
