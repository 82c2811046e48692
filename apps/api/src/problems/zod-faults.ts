import { PERSONAL_DATA_RULE } from '@enlace/contract';
import type { z } from 'zod';
import type { ProblemFault } from './problem.js';

type Params = NonNullable<ProblemFault['params']>;

const escape = (part: PropertyKey): string =>
  String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer of a path. */
export const pointerOf = (path: readonly PropertyKey[], prefix = ''): string =>
  [prefix, ...path.map((part) => `/${escape(part)}`)].join('');

const limit = (value: number | bigint): Params => ({ limit: Number(value) });

const customRule = ({ params }: z.core.$ZodIssueCustom): 'personal-data' | 'not-accepted' =>
  params?.['rule'] === PERSONAL_DATA_RULE ? PERSONAL_DATA_RULE : 'not-accepted';

/** The product's own rules for one issue of zod; nothing of what was sent is repeated. */
export function faultsOf(issue: z.core.$ZodIssue, prefix = ''): ProblemFault[] {
  const pointer = pointerOf(issue.path, prefix);
  switch (issue.code) {
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { pointer, rule: 'required' }
          : { pointer, rule: 'wrong-type', params: { expected: issue.expected } },
      ];
    case 'invalid_format':
      return [{ pointer, rule: 'wrong-format', params: { format: issue.format } }];
    case 'too_small':
      return [
        {
          pointer,
          rule: ['string', 'array'].includes(issue.origin) ? 'too-short' : 'too-small',
          params: limit(issue.minimum),
        },
      ];
    case 'too_big':
      return [
        {
          pointer,
          rule: ['string', 'array'].includes(issue.origin) ? 'too-long' : 'too-large',
          params: limit(issue.maximum),
        },
      ];
    case 'not_multiple_of':
      return [{ pointer, rule: 'not-a-multiple', params: { divisor: issue.divisor } }];
    case 'invalid_value':
      return [
        issue.input === undefined
          ? { pointer, rule: 'required' }
          : { pointer, rule: 'not-a-choice', params: { choices: issue.values.join(', ') } },
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointerOf([...issue.path, key], prefix),
        rule: 'unknown-key' as const,
      }));
    case 'invalid_union':
      return [{ pointer, rule: 'no-alternative-fits' }];
    case 'custom':
      return [{ pointer, rule: customRule(issue) }];
    case 'invalid_key':
    case 'invalid_element':
      return [{ pointer, rule: 'not-accepted' }];
  }
}
