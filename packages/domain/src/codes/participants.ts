/** Who takes part (source: the product's access page, section 1). */

export const LANGUAGES = ['es', 'en', 'pt', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ORGANIZATION_KINDS = [
  'state',
  'forum-secretariat',
  'agency',
  'civil-society',
  'human-rights-institution',
  'judiciary',
  'legislature',
  'media',
  'academia',
  'portal',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const FUNCTIONS = [
  'focal-point',
  'clearer',
  'national-coordinator',
  'secretariat-officer',
  'commitment-owner',
  'practice-editor',
  'reviewer',
  'analyst',
  'organization-admin',
  'portal-admin',
  'auditor',
] as const;
export type ParticipantFunction = (typeof FUNCTIONS)[number];

export const FORUM_ROLES = ['member', 'associate', 'observer', 'secretariat'] as const;
export type ForumRole = (typeof FORUM_ROLES)[number];

/** Strength of a sign-in, weakest first (the token's `acr`). */
export const SIGN_IN_STRENGTHS = ['password', 'otp'] as const;
export type SignInStrength = (typeof SIGN_IN_STRENGTHS)[number];
