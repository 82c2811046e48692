import * as z from 'zod';
import {
  AUDIENCE_KINDS,
  CLASSIFICATIONS,
  DETAILS,
  FORUM_ROLES,
  ONWARD_RULES,
} from '@enlace/domain';
import { day, freeText, instant, recordId, stateCode } from '../primitives.js';

/** To whom exactly: States (their own organizations), organizations, a group, a forum with roles, everyone admitted, or anyone. */
export const audienceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('states'), states: z.array(stateCode).min(1).max(60) }),
  z.strictObject({
    kind: z.literal('organizations'),
    organizations: z.array(recordId).min(1).max(400),
  }),
  z.strictObject({ kind: z.literal('sharing-group'), group: recordId }),
  z.strictObject({
    kind: z.literal('forum'),
    forum: recordId,
    roles: z.array(z.enum(FORUM_ROLES)).min(1),
  }),
  z.strictObject({ kind: z.literal('community') }),
  z.strictObject({ kind: z.literal('public') }),
]);

/** POST .../shares and .../shares/preview. `opensAt` at a whole hour, null: now; `endsOn`: last day, in the owner's zone. */
export const shareRequest = z
  .strictObject({
    audience: audienceInput,
    detail: z.enum(DETAILS),
    purpose: freeText(3, 500),
    onward: z.enum(ONWARD_RULES).default('none'),
    opensAt: instant.nullable(),
    endsOn: day.nullable(),
    withheldFrom: z.array(stateCode).max(60),
  })
  .meta({ id: 'ShareInput' });
export type ShareRequest = z.infer<typeof shareRequest>;

/** PUT .../classification: how sensitive the report is; caps the audience. */
export const classificationRequest = z
  .strictObject({ classification: z.enum(CLASSIFICATIONS) })
  .meta({ id: 'ClassificationInput' });

export const shareAnswer = z
  .object({
    id: recordId,
    audience: z.object({
      kind: z.enum(AUDIENCE_KINDS),
      states: z.array(stateCode),
      organizations: z.array(recordId),
      group: recordId.nullable(),
      forum: recordId.nullable(),
      roles: z.array(z.enum(FORUM_ROLES)),
    }),
    detail: z.enum(DETAILS),
    purpose: z.string(),
    onward: z.enum(ONWARD_RULES),
    opensAt: instant,
    endsAt: instant.nullable(),
    withheldFrom: z.array(stateCode),
    createdAt: instant,
    revokedAt: instant.nullable(),
    etag: z.string(),
  })
  .meta({ id: 'Share' });
export type ShareAnswer = z.infer<typeof shareAnswer>;

/** GET .../shares: all of them, for the owner alone. */
export const shareListResponse = z
  .object({ classification: z.enum(CLASSIFICATIONS), shares: z.array(shareAnswer) })
  .meta({ id: 'ShareList' });

/** POST .../shares/preview: every organization the share would reach and what it gets, and who is left out and why. */
export const sharePreviewResponse = z
  .object({
    public: z.enum(['nothing', 'protected']),
    reached: z.array(
      z.object({
        organization: recordId,
        detail: z.enum(DETAILS),
        withoutOwnNationals: z.boolean(),
      }),
    ),
    leftOut: z.array(
      z.object({ organization: recordId, reason: z.enum(['withheld', 'suspended']) }),
    ),
  })
  .meta({ id: 'SharePreview' });
export type SharePreviewResponse = z.infer<typeof sharePreviewResponse>;
