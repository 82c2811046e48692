import * as z from 'zod';

/** One faulty place: a JSON pointer into the body (or `/query/x`, `/header/x`), the rule it breaks and the rule's figures. */
export const problemError = z.object({
  pointer: z.string(),
  rule: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});

/** RFC 9457 problem document; `title`, `detail` and `errors[].detail` are in the reader's language. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    reference: z.string().describe('Request id, to quote when asking for help'),
    errors: z.array(problemError).optional(),
    current: z.unknown().optional().describe('412: the record as it stands now'),
    yours: z.unknown().optional().describe('412: what was sent'),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;
