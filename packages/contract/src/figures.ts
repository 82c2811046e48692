import * as z from 'zod';

/**
 * One figure as its reader may see it. `exact`: the number itself; `about`: a sum with at least one
 * protected part, shown as "about middle (low to high)"; `fewer-than-ten`: one protected cell of 1 to 9;
 * `not-reported`: no report that this reader may see (source: access page, section 3).
 */
export const figure = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('exact'), value: z.int() }),
    z.object({ kind: z.literal('about'), low: z.int(), middle: z.int(), high: z.int() }),
    z.object({ kind: z.literal('fewer-than-ten') }),
    z.object({ kind: z.literal('not-reported') }),
  ])
  .meta({ id: 'Figure' });
export type FigureAnswer = z.infer<typeof figure>;

/** A share of a report's total as a closed band of percentages. */
export const shareBand = z.object({ low: z.int(), high: z.int() }).meta({ id: 'ShareBand' });
