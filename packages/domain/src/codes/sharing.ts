/** How sensitive a record is and to whom a share reaches (source: the product's access page, section 2). */

/** Widest first. */
export const CLASSIFICATIONS = ['public', 'community', 'restricted', 'confidential'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export const DETAILS = ['exact', 'protected'] as const;
export type Detail = (typeof DETAILS)[number];

/** `states` names States: it reaches their organizations of kind `state`. */
export const AUDIENCE_KINDS = [
  'states',
  'organizations',
  'sharing-group',
  'forum',
  'community',
  'public',
] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** What a reader may do with a shared record beyond reading it. */
export const ONWARD_RULES = ['none', 'within-state', 'named', 'free'] as const;
export type OnwardRule = (typeof ONWARD_RULES)[number];
