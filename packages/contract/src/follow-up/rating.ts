import * as z from 'zod';
import { RATING_GRADES, RATING_STATES, RATING_VOICES } from '@enlace/domain';
import {
  day,
  etag,
  freeText,
  instant,
  language,
  names,
  recordId,
  stateCode,
} from '../primitives.js';
import { followUpStatus, provisionSummary, statusCounts } from './instrument.js';

/** PUT /api/v1/commitments/{id}/rating with If-Match where a draft exists: the own organization's draft. */
export const ratingRequest = z
  .strictObject({ grade: z.enum(RATING_GRADES), language, body: freeText(10, 2000) })
  .meta({ id: 'RatingInput' });
export type RatingRequest = z.infer<typeof ratingRequest>;

/** POST /api/v1/commitments/{id}/ratings/{rating}/reply */
export const replyRequest = z
  .strictObject({ language, body: freeText(10, 2000) })
  .meta({ id: 'RatingReply' });

export const ratingAnswer = z
  .object({
    id: recordId,
    etag: etag.nullable().describe('Of the own draft'),
    voice: z.enum(RATING_VOICES),
    organization: recordId,
    organizationNames: names.describe('The directory is for signed-in readers, ratings are not'),
    grade: z.enum(RATING_GRADES),
    state: z.enum(RATING_STATES),
    language,
    body: z.string(),
    sentAt: instant.nullable(),
    replyUntil: day.nullable(),
    reply: z.object({ language, body: z.string(), at: instant }).nullable(),
    publishedAt: instant.nullable(),
  })
  .meta({ id: 'Rating' });
export type RatingAnswer = z.infer<typeof ratingAnswer>;

/** GET /api/v1/commitments/{id}/ratings: three voices, each by itself. */
export const ratingsResponse = z
  .object({
    ratings: z.array(ratingAnswer),
    hidden: z.boolean().describe('Others have rated; they are shown once the own rating is sent'),
    mayRateAs: z.enum(RATING_VOICES).nullable(),
    gap: z.int().min(0).max(3).describe('Steps between the lowest and the highest published grade'),
  })
  .meta({ id: 'Ratings' });
export type RatingsResponse = z.infer<typeof ratingsResponse>;

/** Filters of GET /api/v1/scorecards/{state} and of its twin /api/v1/scorecards/{state}.csv. */
export const scorecardQuery = z.strictObject({
  instrument: z.string().max(40).default('SJ-2009').describe('Symbol'),
  group: z.string().max(10).optional().describe('Theme of the San José conference, A to H'),
  language: language.optional().describe('Else the one that the reader accepts'),
});
export type ScorecardQuery = z.infer<typeof scorecardQuery>;

/** A State's public records under one instrument: the same answer for everybody. */
export const scorecardResponse = z
  .object({
    state: stateCode,
    stateNames: names,
    instrument: z.object({ symbol: z.string(), titles: names, adoptedOn: day.nullable() }),
    group: z.string().nullable().describe('The one asked for'),
    today: day.describe('Where the State is'),
    groups: z.array(z.object({ code: z.string(), titles: names })),
    commitments: statusCounts.describe('Of commitments by mark, without aspirations'),
    aspirations: z.int(),
    provisionsByStatus: statusCounts.describe('Each provision once, by the worst of its records'),
    rows: z
      .array(
        z.object({
          provision: provisionSummary,
          status: followUpStatus,
          lastReportOn: day.nullable().describe('Null: no report received since the adoption'),
          commitments: z.array(
            z.object({
              id: recordId,
              title: z.string(),
              language,
              status: followUpStatus,
              dueOn: day.nullable(),
              lastReportOn: day.nullable(),
            }),
          ),
          ratings: z
            .array(
              z.object({
                commitment: recordId,
                voice: z.enum(RATING_VOICES),
                organization: recordId,
                grade: z.enum(RATING_GRADES),
              }),
            )
            .describe('Each by itself; there is no mean'),
        }),
      )
      .describe('Every provision of the instrument, or of the group'),
    raters: z.array(z.object({ organization: recordId, names })),
  })
  .meta({ id: 'Scorecard' });
export type ScorecardResponse = z.infer<typeof scorecardResponse>;
export type ScorecardRow = ScorecardResponse['rows'][number];
