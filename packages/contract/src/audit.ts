import * as z from 'zod';
import { cursor, day, instant, recordId } from './primitives.js';

/** Filters of GET /api/v1/audit; days in UTC, both included. */
export const auditQuery = z.strictObject({
  action: z.string().max(80).optional(),
  from: day.optional(),
  to: day.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursor.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** A page of the acting organization's own chain, newest first; bodies erased by law are null. */
export const auditPage = z
  .object({
    entries: z.array(
      z.object({
        sequence: z.int(),
        at: instant,
        person: recordId.nullable(),
        action: z.string(),
        record: z.string(),
        recordId: z.string().nullable(),
        requestId: z.string(),
        hash: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    next: cursor.nullable(),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;
