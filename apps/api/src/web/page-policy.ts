import type { Config } from '../config/index.js';

/** Frames ask it whether somebody is signed in; every other page stays out of frames. */
export const FRAMED_PAGE = 'silent-check-sso.html';

/** What browsers may do with a page that is ours. */
export interface PagePolicies {
  readonly page: string;
  readonly framed: string;
}

/** Names that a script may give to its rules for HTML: of Angular, and the one of `first.js`. */
const TRUSTED_TYPES = ['angular', 'default'];

/** The identity provider is asked by fetch and in a frame; elsewhere everything is our own. */
export function pagePolicies(
  { access, server }: Pick<Config, 'access' | 'server'>,
  scripts: readonly string[],
): PagePolicies {
  const self = "'self'";
  const none = "'none'";
  const identity = new URL(access.IDENTITY_ISSUER).origin;
  const { origin, protocol } = new URL(server.ENLACE_ORIGIN);
  const trusted = identity === origin ? [self] : [self, identity];
  const directives = {
    'default-src': [none],
    'script-src': [self, ...scripts],
    'connect-src': trusted,
    'frame-src': trusted,
    'form-action': trusted,
    'font-src': [self],
    'img-src': [self, 'data:'],
    // Angular and the charts set styles on elements.
    'style-src': [self, "'unsafe-inline'"],
    'object-src': [none],
    'base-uri': [none],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': TRUSTED_TYPES,
    ...(protocol === 'https:' ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return {
    page: written({ ...directives, 'frame-ancestors': [none] }),
    framed: written({ ...directives, 'frame-ancestors': [self] }),
  };
}

const written = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
