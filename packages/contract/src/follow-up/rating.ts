import * as z from 'zod';
import { RATING_GRADES, RATING_STATES, RATING_VOICES } from '@enlace/domain';
import { day, etag, freeText, instant, language, recordId, stateCode } from '../primitives.js';
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

/** GET /api/v1/scorecards/{state}: public records only; also as .csv, both at stable addresses. */
export const scorecardQuery = z.strictObject({
  instrument: z.string().max(40).default('SJ-2009'),
  group: z.string().max(10).optional(),
});

export const scorecardResponse = z
  .object({
    state: stateCode,
    instrument: z.string(),
    today: day,
    provisions: z.int().describe('All provisions of the instrument'),
    commitments: statusCounts.describe('Of commitments by mark, without aspirations'),
    aspirations: z.int(),
    provisionsByStatus: statusCounts.describe('Each provision once, by the worst of its records'),
    rows: z.array(
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
          }),
        ),
        ratings: z.array(
          z.object({
            voice: z.enum(RATING_VOICES),
            organization: recordId,
            grade: z.enum(RATING_GRADES),
          }),
        ),
      }),
    ),
    adoptedOn: day.nullable(),
  })
  .meta({ id: 'Scorecard' });
export type ScorecardResponse = z.infer<typeof scorecardResponse>;
