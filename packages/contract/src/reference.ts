import * as z from 'zod';
import { CROSSING_POINT_KINDS, FORUM_ROLES } from '@enlace/domain';
import { day, freeText, names, recordId, stateCode } from './primitives.js';
import { organizationSummary } from './session.js';

export const stateAnswer = z
  .object({
    code: stateCode,
    kind: z.enum(['state', 'territory']),
    names,
    longitude: z.number(),
    latitude: z.number(),
  })
  .meta({ id: 'State' });

export const crossingPointAnswer = z
  .object({
    id: recordId,
    code: z.string(),
    state: stateCode,
    names,
    kind: z.enum(CROSSING_POINT_KINDS),
    region: z.string().nullable().describe('ISO 3166-2'),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    activeFrom: day,
    activeTo: day.nullable(),
    countsAsFirstEntry: z.boolean(),
  })
  .meta({ id: 'CrossingPoint' });
export type CrossingPointAnswer = z.infer<typeof crossingPointAnswer>;

export const forumAnswer = z
  .object({
    id: recordId,
    alias: z.string(),
    names,
    acronyms: names,
    members: z.array(
      z.object({
        state: stateCode.nullable(),
        organization: recordId.nullable(),
        role: z.enum(FORUM_ROLES),
        from: day.nullable(),
        to: day.nullable(),
        suspendedFrom: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Forum' });

export const recommendationAnswer = z
  .object({
    id: recordId.describe('Of its provision'),
    code: z.string(),
    group: z.string(),
    text: z.string(),
    language: z.literal('en'),
    note: z.string().nullable(),
  })
  .meta({ id: 'Recommendation' });

/** GET /api/v1/reference: what every screen needs, public. */
export const referenceResponse = z
  .object({
    states: z.array(stateAnswer),
    crossingPoints: z.array(crossingPointAnswer),
    forums: z.array(forumAnswer),
  })
  .meta({ id: 'Reference' });
export type ReferenceResponse = z.infer<typeof referenceResponse>;

/** GET /api/v1/recommendations: the 38 recommendations word for word, public. */
export const recommendationsResponse = z
  .object({
    groups: z.array(z.object({ code: z.string(), titles: names })),
    recommendations: z.array(recommendationAnswer),
  })
  .meta({ id: 'Recommendations' });

/** GET /api/v1/organizations: the directory for signed-in people. */
export const organizationsResponse = z
  .object({ organizations: z.array(organizationSummary) })
  .meta({ id: 'Organizations' });

export const sharingGroupAnswer = z
  .object({
    id: recordId,
    alias: z.string(),
    names,
    owner: recordId,
    edition: z.int(),
    members: z.array(recordId).describe('Organizations that are members now'),
  })
  .meta({ id: 'SharingGroup' });

/** GET /api/v1/sharing-groups: groups the acting organization made or is a member of. */
export const sharingGroupsResponse = z
  .object({ groups: z.array(sharingGroupAnswer) })
  .meta({ id: 'SharingGroups' });
export type SharingGroupsResponse = z.infer<typeof sharingGroupsResponse>;

/** Names of something that people make; scanned for personal data, as every text they write. */
const writtenNames = z.strictObject({
  es: freeText(1, 120),
  en: freeText(1, 120),
  pt: freeText(1, 120),
  fr: freeText(1, 120),
});
const alias = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const members = z.array(recordId).min(1).max(400);

/** POST /api/v1/sharing-groups. */
export const createSharingGroupRequest = z
  .strictObject({ alias, names: writtenNames, members })
  .meta({ id: 'CreateSharingGroup' });
export type CreateSharingGroupRequest = z.infer<typeof createSharingGroupRequest>;

/** PUT /api/v1/sharing-groups/{id}/members: those the group has from now on. */
export const sharingGroupMembersRequest = z
  .strictObject({ members })
  .meta({ id: 'SharingGroupMembers' });
export type SharingGroupMembersRequest = z.infer<typeof sharingGroupMembersRequest>;
