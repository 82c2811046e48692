import * as z from 'zod';
import { recordId } from './primitives.js';

/** GET /api/v1/search?q= */
export const searchQuery = z.strictObject({ q: z.string().trim().min(1).max(200) });

/** Hits grouped by kind, ten of each at most; only what the actor may see. */
export const searchResponse = z
  .object({
    states: z.array(z.object({ code: z.string(), name: z.string() })),
    points: z.array(z.object({ id: recordId, name: z.string(), state: z.string() })),
    organizations: z.array(
      z.object({ id: recordId, name: z.string(), state: z.string().nullable() }),
    ),
    reports: z.array(
      z.object({ id: recordId, point: z.string(), state: z.string(), period: z.string() }),
    ),
    practices: z.array(z.object({ id: recordId, title: z.string(), organizationName: z.string() })),
    provisions: z.array(
      z.object({ id: recordId, number: z.string(), symbol: z.string(), title: z.string() }),
    ),
    commitments: z.array(
      z.object({ id: recordId, title: z.string(), state: z.string().nullable() }),
    ),
  })
  .meta({ id: 'SearchHits' });
export type SearchResponse = z.infer<typeof searchResponse>;
