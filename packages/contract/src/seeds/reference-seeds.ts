import * as z from 'zod';
import {
  CROSSING_POINT_KINDS,
  FORUM_ROLES,
  INSTRUMENT_KINDS,
  LANGUAGES,
  PROVISION_THEMES,
} from '@enlace/domain';
import { day, names, recordId, stateCode } from '../primitives.js';
import { organizationSeed } from './participant-seeds.js';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

/** A State or territory; `id` is its ISO 3166-1 numeric code, the coordinates place its label. */
export const stateSeed = z.strictObject({
  id: z.int().min(1).max(999),
  code: stateCode,
  kind: z.enum(['state', 'territory']),
  names: names.strict(),
  longitude,
  latitude,
  dueDay: z.int().min(1).max(28),
});

/** `seeds/reference/states.json` */
export const statesSeed = z.strictObject({ states: z.array(stateSeed).min(1) });

const forumMember = z
  .strictObject({
    state: stateCode.nullable(),
    organization: recordId.nullable(),
    role: z.enum(FORUM_ROLES),
    from: day.nullable().describe('null: not known'),
    to: day.nullable(),
    suspendedFrom: day.nullable(),
    note: z.string().min(1).nullable(),
    source: z.string().min(1).nullable(),
  })
  .refine(({ state, organization }) => (state === null) !== (organization === null), {
    error: 'A member is either a State or an organization',
  });

/** `seeds/reference/forums.json` */
export const forumsSeed = z.strictObject({
  source: z.string(),
  forums: z.array(
    z.strictObject({
      id: recordId,
      alias: z.string().regex(/^[a-z-]+$/),
      names: names.strict(),
      acronyms: names.strict(),
      foundedOn: day.nullable(),
      note: z.string().min(1).nullable(),
      members: z.array(forumMember),
    }),
  ),
});

/** `seeds/reference/presidencies.json`; `until` is the first day of the next one. */
export const presidenciesSeed = z.strictObject({
  source: z.string(),
  presidencies: z.array(
    z.strictObject({ forum: z.string(), state: stateCode, from: day, until: day }),
  ),
});

/** `seeds/reference/crossing-points.json` */
export const crossingPointsSeed = z.strictObject({
  source: z.string(),
  crossingPoints: z.array(
    z.strictObject({
      id: recordId,
      code: z.string().regex(/^[A-Z]{3}-[A-Z-]+$/),
      state: stateCode,
      kind: z.enum(CROSSING_POINT_KINDS),
      region: z
        .string()
        .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
        .nullable()
        .describe('ISO 3166-2'),
      names: names.strict(),
      longitude: longitude.nullable(),
      latitude: latitude.nullable(),
      activeFrom: day,
      activeTo: day.nullable(),
      firstEntryFrom: day.nullable(),
      firstEntryTo: day.nullable(),
    }),
  ),
});

/** `seeds/reference/recommendations.json`: the texts word for word; titles in `unofficial` languages are ours. */
export const recommendationsSeed = z.strictObject({
  source: z.string(),
  language: z.literal('en'),
  instrument: z.strictObject({
    id: recordId,
    organization: recordId,
    kind: z.enum(INSTRUMENT_KINDS),
    symbol: z.string().min(1),
    titles: names.strict(),
    adoptedOn: day,
    place: z.string().min(1),
  }),
  groups: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-H]$/),
      titles: names.strict(),
      unofficial: z.array(z.enum(LANGUAGES)),
      recommendations: z.array(
        z.strictObject({
          id: recordId,
          code: z.string().regex(/^[A-H]\d$/),
          titles: names.strict().describe('Ours: a few words for a row head'),
          themes: z.array(z.enum(PROVISION_THEMES)).min(1),
          text: z.string().min(1),
          note: z.string().min(1).nullable(),
        }),
      ),
    }),
  ),
});

/** `seeds/reference/organizations.json`: the forums' secretariats and the portal itself. */
export const referenceOrganizationsSeed = z.strictObject({
  organizations: z.array(organizationSeed),
});
