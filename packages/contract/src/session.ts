import * as z from 'zod';
import { FUNCTIONS, ORGANIZATION_KINDS } from '@enlace/domain';
import { language, names, recordId, stateCode } from './primitives.js';

/** An organization on screens: never a person's name. */
export const organizationSummary = z
  .object({
    id: recordId,
    alias: z.string(),
    kind: z.enum(ORGANIZATION_KINDS),
    names,
    acronym: z.string().nullable(),
    state: stateCode.nullable(),
  })
  .meta({ id: 'Organization' });
export type OrganizationSummary = z.infer<typeof organizationSummary>;

const context = z.object({
  organization: organizationSummary,
  timeZone: z.string(),
  functions: z.array(z.enum(FUNCTIONS)),
  permissions: z.array(z.string()),
  seatPoints: z
    .array(recordId)
    .nullable()
    .describe('Crossing points that the seat limits its focal point to; null: all'),
});

/** GET /api/v1/session: who is signed in, for whom they may act, and for whom this request acts. */
export const sessionResponse = z
  .object({
    person: z.object({ id: recordId, username: z.string(), language }),
    contexts: z.array(context).describe('Every organization the person may act for'),
    acting: z
      .string()
      .nullable()
      .describe(
        'Alias of the organization this request acts for; null when two are possible and none was named',
      ),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionResponse = z.infer<typeof sessionResponse>;

/** POST /api/v1/session/back-channel-logout: the form that the identity provider sends. */
export const backChannelLogoutRequest = z
  .strictObject({ logout_token: z.string().min(1).max(16_384) })
  .meta({ id: 'BackChannelLogoutRequest' });
export type BackChannelLogoutRequest = z.infer<typeof backChannelLogoutRequest>;
