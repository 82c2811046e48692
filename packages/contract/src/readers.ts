import * as z from 'zod';
import { instant, recordId } from './primitives.js';

/** Position in the readers of a record. */
export const readersQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
});

/** GET .../readers: who read a record that is not open to everybody, newest first, for its owner. */
export const readersResponse = z
  .object({
    readers: z
      .array(
        z.object({
          organization: recordId.nullable().describe('Null: without sign-in'),
          what: z.enum(['read', 'export']),
          at: instant,
        }),
      )
      .max(50),
    next: z.string().nullable(),
  })
  .meta({ id: 'Readers' });
export type ReadersResponse = z.infer<typeof readersResponse>;
