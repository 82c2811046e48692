import { z } from 'zod';
import {
  FUNCTIONS,
  LANGUAGES,
  type Language,
  type ParticipantFunction,
  type SignInStrength,
} from '@enlace/domain';
import { notBelieved } from './not-believed.js';

/** What a verified access token says about a person. */
export interface SignIn {
  readonly personId: string;
  readonly username: string;
  /** Session at the identity provider, which may end before the token does. */
  readonly sessionId: string;
  readonly language: Language | null;
  /** Functions that the identity provider gives as realm roles. */
  readonly roles: readonly ParticipantFunction[];
  /** Ids of the organizations the token lets the person act for. */
  readonly organizations: readonly string[];
  readonly strength: SignInStrength;
  /** When the token, and all that it opened, ends. */
  readonly expiresAt: Date;
}

const claims = z.object({
  sub: z.uuid(),
  // Tokens of services have none: they are nobody's sign-in.
  sid: z.string().min(1),
  preferred_username: z.string().default(''),
  locale: z.enum(LANGUAGES).nullable().catch(null),
  acr: z.unknown(),
  amr: z.array(z.unknown()).catch([]),
  exp: z.number(),
  realm_access: z.object({ roles: z.array(z.string()) }).catch({ roles: [] }),
  // A text or a list names aliases only, which nothing pins; ids count alone.
  organization: z.record(z.string(), z.object({ id: z.uuid() }).nullable().catch(null)).catch({}),
});

/** Reads the claims of a verified token; a token without a person's id is not a sign-in. */
export function signInOf(payload: unknown): SignIn {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) {
    throw notBelieved(parsed.error);
  }
  const { sub, sid, preferred_username, locale, acr, amr, exp, realm_access, organization } =
    parsed.data;
  return {
    personId: sub,
    username: preferred_username,
    sessionId: sid,
    language: locale,
    roles: FUNCTIONS.filter((name) => realm_access.roles.includes(name)),
    organizations: Object.values(organization).flatMap((found) => (found ? [found.id] : [])),
    // Whom the realm asked for a code by duty has only the method to show for it, not the level.
    strength: acr === 'otp' || amr.includes('otp') ? 'otp' : 'password',
    expiresAt: new Date(exp * 1000),
  };
}
