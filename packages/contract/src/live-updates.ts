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
