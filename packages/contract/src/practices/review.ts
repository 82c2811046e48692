import * as z from 'zod';
import {
  DECLINE_REASONS,
  REVIEW_CRITERIA,
  REVIEW_GRADES,
  REVIEW_PROPOSALS,
  REVIEW_STATES,
} from '@enlace/domain';
import { cursor, day, etag, freeText, language, recordId } from '../primitives.js';

const grade = z.enum(REVIEW_GRADES);

/** PUT /api/v1/practice-reviews/{id} with If-Match: scores so far; none yet is `null`. */
export const reviewDraft = z
  .strictObject({
    scores: z.strictObject(
      Object.fromEntries(
        REVIEW_CRITERIA.map((criterion) => [criterion, grade.nullable()]),
      ) as Record<(typeof REVIEW_CRITERIA)[number], z.ZodNullable<typeof grade>>,
    ),
    proposal: z.enum(REVIEW_PROPOSALS).nullable(),
    language,
    comment: freeText(0, 4000).describe(
      'For the author; with a proposal to return it is the reason',
    ),
    noConflict: z.boolean().describe('"I have no conflict of interest"; sending asks for it'),
  })
  .meta({ id: 'ReviewDraft' });
export type ReviewDraft = z.infer<typeof reviewDraft>;

/** POST /api/v1/practice-reviews/{id}/refusal with If-Match: somebody else is asked. */
export const declineReviewRequest = z
  .strictObject({ reason: z.enum(DECLINE_REASONS), note: freeText(0, 500) })
  .meta({ id: 'DeclineReview' });
export type DeclineReviewRequest = z.infer<typeof declineReviewRequest>;

export const reviewAnswer = reviewDraft
  .extend({
    id: recordId,
    etag,
    practice: recordId,
    version: z.int(),
    title: z.string(),
    state: z.enum(REVIEW_STATES),
    dueOn: day,
    others: z
      .array(
        z.object({
          scores: reviewDraft.shape.scores,
          proposal: z.enum(REVIEW_PROPOSALS),
          language,
          comment: z.string(),
        }),
      )
      .describe('Of the other reviewers, without their names; only once this one is sent'),
  })
  .meta({ id: 'Review' });
export type ReviewAnswer = z.infer<typeof reviewAnswer>;

export const reviewsQuery = z.strictObject({ after: cursor.optional() });

/** GET /api/v1/practice-reviews: what the reviewer has to do, earliest first, then what is done. */
export const reviewsResponse = z
  .object({
    reviews: z
      .array(
        z.object({
          id: recordId,
          practice: recordId,
          title: z.string(),
          organizationName: z.string(),
          state: z.enum(REVIEW_STATES),
          dueOn: day,
        }),
      )
      .max(50),
    next: cursor.nullable(),
  })
  .meta({ id: 'Reviews' });
export type ReviewsResponse = z.infer<typeof reviewsResponse>;
