import * as z from 'zod';
import { recordId } from './primitives.js';

/** One event of GET /api/v1/live-updates: what to read anew. Never what it says now. */
export const liveUpdate = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('commitment'), id: recordId }),
    z.object({ kind: z.literal('provision'), id: recordId }).describe('A State answered it'),
    z.object({ kind: z.literal('practice'), id: recordId }),
    z.object({ kind: z.literal('desk') }),
    z.object({ kind: z.literal('everything') }).describe('Updates may have been missed'),
  ])
  .meta({ id: 'LiveUpdate' });
export type LiveUpdate = z.infer<typeof liveUpdate>;

/** The stream of GET /api/v1/live-updates, event by event. */
export const liveEvent = z
  .union([
    z
      .object({ event: z.literal('beat'), id: z.string(), data: z.literal('') })
      .describe('The line is open'),
    z.object({
      ...{ event: z.literal('update'), id: z.string() },
      data: z.string().meta({
        contentMediaType: 'application/json',
        contentSchema: z.toJSONSchema(z.union(liveUpdate.options)),
      }),
    }),
  ])
  .meta({ id: 'LiveEvent' });
