import { z } from 'zod';

/** Whose tokens are believed. */
export const accessConfig = z.object({
  IDENTITY_ISSUER: z.url(),
  IDENTITY_JWKS_URL: z.url(),
  IDENTITY_AUDIENCE: z.string().min(1),
  IDENTITY_CLIENT: z
    .string()
    .min(1)
    .default('enlace-web')
    .describe('The one client whose tokens are believed'),
  ENLACE_STRONG_SIGN_IN: z
    .stringbool()
    .default(true)
    .describe('Whether acts that ask for a code beside the password are refused without one'),
});
