import * as z from 'zod';
import { FUNCTIONS, ORGANIZATION_KINDS } from '@enlace/domain';
import { day, language, names, recordId, stateCode } from '../primitives.js';

/** Short name of an organization or group, as in addresses and in the token. */
export const alias = z.string().regex(/^[a-z][a-z-]*$/);

const timeZone = z.string().refine((zone) => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'Not an IANA time zone');

/** An organization; its id is the one that the identity provider pins. */
export const organizationSeed = z.strictObject({
  id: recordId,
  alias,
  kind: z.enum(ORGANIZATION_KINDS),
  state: stateCode.nullable(),
  names: names.strict(),
  acronym: z.string().min(1).nullable(),
  timeZone,
});
export type OrganizationSeed = z.infer<typeof organizationSeed>;

/** `seeds/demo/organizations.json`; `observerOf`: aliases of forums. */
export const demoOrganizationsSeed = z.strictObject({
  organizations: z.array(organizationSeed.extend({ observerOf: z.array(z.string()) })),
});

/** `seeds/demo/people.json`: accounts of the demo realm with their memberships. */
export const peopleSeed = z.strictObject({
  people: z.array(
    z.strictObject({
      id: recordId,
      username: z.string().min(1),
      email: z.email(),
      language,
      memberships: z
        .array(
          z.strictObject({
            organization: alias,
            functions: z.array(z.enum(FUNCTIONS)),
            from: day,
            to: day.nullable(),
          }),
        )
        .min(1),
    }),
  ),
});

/** `seeds/demo/seats.json`; `crossingPoints` null: all of the State. */
export const seatsSeed = z.strictObject({
  seats: z.array(
    z.strictObject({
      person: z.string().min(1),
      organization: alias,
      theme: z.string().min(1),
      rank: z.enum(['primary', 'alternate']),
      crossingPoints: z.array(z.string()).min(1).nullable(),
      from: day,
      to: day.nullable(),
    }),
  ),
});

/** `seeds/demo/sharing-groups.json`; owner and members by alias. */
export const sharingGroupsSeed = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: recordId,
      alias,
      owner: alias,
      names: names.strict(),
      members: z.array(alias).min(1),
    }),
  ),
});
