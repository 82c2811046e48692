import { randomBytes } from 'node:crypto';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { knownLocale, LOGIN_TEXTS, type Locale } from './login-texts.js';
import { logoutPage, messagePage, PAGE_POLICY } from './pages.js';
import type { Person, Realm } from './realm.js';
import { packRefreshToken, unpackRefreshToken } from './refresh-token.js';
import type { SigningKey } from './signing-key.js';
import {
  accessTokenClaims,
  API_AUDIENCE,
  organizationClaim,
  personClaims,
  WEB_CLIENT,
} from './token-claims.js';

const PROTOCOL = '/protocol/openid-connect';

/** Path below the realm of the sign-in form of one interaction. */
export const LOGIN_PATH = '/login-actions/authenticate';

function pageLocale(ctx: KoaContextWithOIDC): Locale {
  return (
    knownLocale(ctx.cookies.get('KEYCLOAK_LOCALE')) ??
    knownLocale(ctx.get('accept-language')) ??
    'es'
  );
}

function allScopes(realm: Realm): string[] {
  const organizations = realm.organizations.map(({ alias }) => `organization:${alias}`);
  return ['openid', 'profile', 'email', 'organization', 'organization:*', ...organizations];
}

function claimsOf(realm: Realm, person: Person, scope: string): Record<string, unknown> {
  const organization = organizationClaim(realm, person, scope.split(' '));
  return { ...personClaims(person), ...(organization ? { organization } : {}) };
}

/** The moment of the sign-in that a token request goes back to, in seconds. */
function authTimeOf(ctx: KoaContextWithOIDC): number {
  const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
  return code?.authTime ?? refresh?.authTime ?? Math.floor(Date.now() / 1000);
}

function accessTokenFormat(realm: Realm): Configuration['formats'] {
  return {
    customizers: {
      jwt(ctx, token, jwt) {
        if (token.kind !== 'AccessToken') return;
        const person = realm.users.find(({ id }) => id === token.accountId);
        if (!person) return;
        const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
        const genuine = accessTokenClaims(realm, person, {
          // The one that a logout token will name.
          sessionId: code?.sid ?? refresh?.sid ?? randomBytes(18).toString('base64url'),
          authTime: authTimeOf(ctx),
          acr: code?.acr ?? refresh?.acr ?? 'password',
          scopes: (token.scope ?? 'openid').split(' '),
        });
        jwt.payload = genuine;
      },
    },
  };
}

function features(realm: Realm): NonNullable<Configuration['features']> {
  return {
    backchannelLogout: { enabled: true },
    // An act that needs a code asks for it with an essential `acr`.
    claimsParameter: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => `urn:${API_AUDIENCE}`,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: allScopes(realm).join(' '),
        audience: API_AUDIENCE,
        accessTokenTTL: realm.accessTokenLifespan,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource(ctx, form) {
        ctx.set('content-security-policy', PAGE_POLICY);
        ctx.body = logoutPage(pageLocale(ctx), form);
      },
      postLogoutSuccessSource(ctx) {
        const texts = LOGIN_TEXTS[pageLocale(ctx)];
        ctx.set('content-security-policy', PAGE_POLICY);
        ctx.body = messagePage(pageLocale(ctx), texts.signOut, texts.signedOut);
      },
    },
  };
}

/** Where a client wants to hear that a session has ended, under the names of Keycloak's attributes. */
function backChannelOf(attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  const address = attributes['backchannel.logout.url'];
  if (address === undefined) return {};
  return {
    backchannel_logout_uri: address,
    backchannel_logout_session_required:
      attributes['backchannel.logout.session.required'] === 'true',
  };
}

/** By itself the library speaks to no address of this machine, where Enlace is. */
function fetchHere(address: string | URL | Request, options: object = {}): Promise<Response> {
  const kept = Object.entries(options).filter(([name]) => name !== 'dispatcher');
  return globalThis.fetch(address, Object.fromEntries(kept));
}

function configuration(realm: Realm, signing: SigningKey): Configuration {
  return {
    acrValues: ['password', 'otp'],
    claims: { openid: ['sub', ...Object.keys(PERSON_CLAIM_NAMES)] },
    clients: realm.clients
      .filter((client) => client.standardFlowEnabled && client.publicClient)
      .map((client) => ({
        client_id: client.clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: client.redirectUris.map((uri) => uri.replace(/\*$/, '')),
        post_logout_redirect_uris: client.redirectUris.map((uri) => uri.replace(/\*$/, '')),
        ...backChannelOf(client.attributes),
      })),
    clientBasedCORS: (_ctx, origin) => origin === realm.origin,
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: features(realm),
    fetch: fetchHere,
    findAccount(_ctx, id) {
      const person = realm.users.find((user) => user.id === id && user.enabled);
      if (!person) return undefined;
      const claims = (_use: string, scope: string) =>
        Promise.resolve({ sub: id, ...claimsOf(realm, person, scope) });
      return { accountId: id, claims };
    },
    formats: accessTokenFormat(realm),
    interactions: {
      url: (_ctx, interaction) => `/realms/${realm.realm}${LOGIN_PATH}/${interaction.uid}`,
    },
    issueRefreshToken: () => Promise.resolve(true),
    jwks: { keys: [signing.jwk] },
    // First-party clients only: nobody is asked for consent.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(allScopes(realm).join(' '));
      grant.addResourceScope(`urn:${API_AUDIENCE}`, allScopes(realm).join(' '));
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError(ctx, out) {
      const heading = LOGIN_TEXTS[pageLocale(ctx)].failed;
      ctx.set('content-security-policy', PAGE_POLICY);
      ctx.type = 'html';
      ctx.body = messagePage(pageLocale(ctx), heading, out.error_description ?? out.error);
    },
    rotateRefreshToken: true,
    routes: {
      authorization: `${PROTOCOL}/auth`,
      token: `${PROTOCOL}/token`,
      jwks: `${PROTOCOL}/certs`,
      end_session: `${PROTOCOL}/logout`,
      userinfo: `${PROTOCOL}/userinfo`,
    },
    scopes: allScopes(realm),
    ttl: {
      AccessToken: realm.accessTokenLifespan,
      AuthorizationCode: 60,
      Grant: realm.ssoSessionMaxLifespan,
      IdToken: realm.accessTokenLifespan,
      Interaction: 1800,
      RefreshToken: realm.ssoSessionIdleTimeout,
      Session: realm.ssoSessionMaxLifespan,
    },
  };
}

const PERSON_CLAIM_NAMES = {
  name: null,
  preferred_username: null,
  given_name: null,
  family_name: null,
  locale: null,
  email: null,
  email_verified: null,
  organization: null,
};

/** Keycloak's redirect addresses end in `*`; the library knows only whole ones. */
function allowWildcards(provider: Provider, realm: Realm): void {
  const allowed = (uri: string): boolean => uri.startsWith(`${realm.origin}/`);
  const prototype = provider.Client.prototype as unknown as Record<string, typeof allowed>;
  prototype['redirectUriAllowed'] = allowed;
  prototype['postLogoutRedirectUriAllowed'] = allowed;
}

/** Addresses outside the protocol reach the library without its context. */
function isTokenAnswer(ctx: Partial<KoaContextWithOIDC>): boolean {
  return ctx.oidc?.route === 'token';
}

/** keycloak-js reads refresh tokens, which the library makes opaque: they travel inside a JWT. */
function wrapRefreshTokens(provider: Provider, realm: Realm): void {
  const tokens = provider.RefreshToken;
  const find: (value: string, options?: object) => Promise<unknown> =
    tokens.find.bind<(value: string, options?: object) => Promise<unknown>>(tokens);
  const unwrapping = (value: string, options?: object) => find(unpackRefreshToken(value), options);
  Object.assign(tokens, { find: unwrapping });
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    const body = ctx.body as Record<string, unknown> | undefined;
    if (!isTokenAnswer(ctx) || typeof body?.['refresh_token'] !== 'string') return;
    const opaque = body['refresh_token'];
    const lifespan = realm.ssoSessionIdleTimeout;
    body['refresh_token'] = packRefreshToken(opaque, realm.issuer, WEB_CLIENT, lifespan);
    body['refresh_expires_in'] = lifespan;
    body['not-before-policy'] = 0;
  });
}

/** Builds the OpenID provider of a realm, with Keycloak's paths, tokens and lifetimes. */
export function buildProvider(realm: Realm, signing: SigningKey): Provider {
  const provider = new Provider(realm.issuer, configuration(realm, signing));
  allowWildcards(provider, realm);
  wrapRefreshTokens(provider, realm);
  return provider;
}
