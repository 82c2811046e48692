import * as z from 'zod';
import { OBSERVATIONS, UNITS } from '@enlace/domain';
import { figure } from '../figures.js';
import { codeList, language, month, recordId, stateCode } from '../primitives.js';

/** Whose arrivals: nationals of States outside the Americas, or everyone. */
export const OVERVIEW_SCOPES = ['extra-continental', 'all'] as const;

/**
 * Filters of GET /api/v1/arrivals/overview and of its CSV. `from` and `to` are months, both included;
 * only `to`: that month; neither: the newest month with a report the actor may see.
 */
export const overviewQuery = z.strictObject({
  from: month.optional(),
  to: month.optional(),
  scope: z.enum(OVERVIEW_SCOPES).default('extra-continental'),
  nationality: codeList.optional(),
  state: codeList.optional(),
  crossingPoint: codeList.optional(),
  forum: z.string().max(40).optional(),
  unit: z.enum(UNITS).default('persons'),
  observation: z.enum(OBSERVATIONS).default('entry'),
});
export type OverviewQuery = z.infer<typeof overviewQuery>;

/** The same for GET /api/v1/arrivals/overview.csv, with the language of its header. */
export const overviewCsvQuery = overviewQuery.extend({ language: language.optional() });
export type OverviewCsvQuery = z.infer<typeof overviewCsvQuery>;

const nationalityFigure = z.object({ nationality: z.string(), figure });

/** GET /api/v1/arrivals/overview. Every figure is added up from its parts as the actor may see them. */
export const overviewResponse = z
  .object({
    from: month,
    to: month,
    months: z
      .array(month)
      .describe('Months with a report the actor may see, newest first; for the month picker'),
    reporters: z.object({
      reported: z.int(),
      expected: z.int(),
      states: z.array(stateCode).describe('States with a visible report in the range'),
    }),
    total: figure.describe('Entries at points that count as first entry'),
    previousTotal: figure.describe('The same for the range of equal length before'),
    nationalities: z
      .array(nationalityFigure)
      .describe('Largest middle first; at first-entry points'),
    states: z.array(z.object({ state: stateCode, figure })),
    points: z.array(
      z.object({
        crossingPoint: recordId,
        state: stateCode,
        total: figure,
        previous: figure,
        byNationality: z.array(nationalityFigure),
        others: figure,
        countsAsFirstEntry: z.boolean(),
      }),
    ),
    columns: z
      .array(z.string())
      .describe('Nationalities that have a column of their own in `points`'),
    trend: z.object({
      months: z.array(month),
      series: z
        .array(
          z.object({
            nationality: z.string().describe('A code of `columns`, or `others` for all the rest'),
            figures: z.array(figure),
          }),
        )
        .describe('Monthly reports at first-entry points; figures in the order of `months`'),
    }),
    sources: z.object({ reports: z.int(), protectedReports: z.int(), asAt: z.string() }),
  })
  .meta({ id: 'Overview' });
export type OverviewResponse = z.infer<typeof overviewResponse>;
