import { z } from 'zod';

/** Whose tokens are believed. */
export const accessConfig = z.object({
  IDENTITY_ISSUER: z
    .url()
    .describe('Issuer that tokens name, such as https://enlace.example/realms/enlace'),
  IDENTITY_JWKS_URL: z.url().describe('Where the API fetches the public keys of the issuer'),
  IDENTITY_AUDIENCE: z.string().min(1).describe('Audience that tokens must name: enlace-api'),
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
