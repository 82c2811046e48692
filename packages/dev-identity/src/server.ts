import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import { handleLogin } from './login-handler.js';
import { PAGE_POLICY } from './pages.js';
import { buildProvider, LOGIN_PATH } from './provider.js';
import type { Realm } from './realm.js';
import { RESOURCE_FILES } from './resources.js';
import { SignInDesk } from './sign-in.js';
import { signingKeyOf, type SigningKey } from './signing-key.js';
import { organizationClaim, personClaims } from './token-claims.js';

/** A running provider. */
export interface Identity {
  readonly port: number;
  stop(): Promise<void>;
}

/** keycloak-js fetches with credentials, which the library's own headers do not allow. */
function allowOrigin(realm: Realm, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.origin !== realm.origin) return;
  response.setHeader('access-control-allow-origin', realm.origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('vary', 'origin');
}

/** The library refuses its userinfo to tokens made for an API; Keycloak answers them. */
async function answerUserinfo(
  realm: Realm,
  signing: SigningKey,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /i, '');
  try {
    const { payload } = await jwtVerify(token, signing.publicKey, {
      issuer: realm.issuer,
      typ: 'at+jwt',
    });
    const person = realm.users.find(({ id }) => id === payload.sub);
    if (!person) throw new Error('The account is gone.');
    const { scope } = payload;
    const scopes = typeof scope === 'string' ? scope.split(' ') : [];
    const organization = organizationClaim(realm, person, scopes);
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ sub: person.id, ...personClaims(person), organization }));
  } catch {
    response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end();
  }
}

interface Parts {
  readonly realm: Realm;
  readonly signing: SigningKey;
  readonly provider: Provider;
  readonly desk: SignInDesk;
}

async function handle(
  { realm, signing, provider, desk }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mount = `/realms/${realm.realm}`;
  const full = request.url ?? '/';
  if (!full.startsWith(`${mount}/`)) {
    response.writeHead(404).end();
    return;
  }
  allowOrigin(realm, request, response);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const below = full.slice(mount.length);
  const path = below.split('?')[0] ?? below;
  const file = RESOURCE_FILES[path];
  if (file) {
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-cache',
    });
    response.end(file.body);
  } else if (path.startsWith(`${LOGIN_PATH}/`)) {
    await handleLogin(provider, desk, request, response);
  } else if (path === '/protocol/openid-connect/userinfo') {
    await answerUserinfo(realm, signing, request, response);
  } else {
    // The library finds its mount point by comparing these two.
    Object.assign(request, { originalUrl: full, url: below });
    await provider.callback()(request, response);
  }
}

/** Serves the realm on 127.0.0.1; a gateway must pass the Host header on unchanged. */
export async function startIdentity(realm: Realm, port = 0): Promise<Identity> {
  const signing = await signingKeyOf(realm);
  const provider = buildProvider(realm, signing);
  const parts = { realm, signing, provider, desk: new SignInDesk(realm) };
  const server: Server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, stop };
}
