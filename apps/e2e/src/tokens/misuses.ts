import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { partOf, signed, signedWithPublicKey, unsigned, type Claims } from './signing.js';
import type { Tokens } from './sign-in.js';

/** Seconds since 1970, `after` seconds from now. */
const seconds = (after: number): number => Math.floor(Date.now() / 1000) + after;
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = stranger.publicKey.export({ format: 'jwk' });
const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} };

/** One way to misuse a token: its name and what is shown to the API. */
export type Misuse = readonly [name: string, make: (genuine: Tokens) => string];

/** Bends a genuine token and signs it anew with the provider's own key; `undefined` takes a claim away. */
const bent =
  (claims: (genuine: Claims) => Claims, header: Claims = {}) =>
  ({ access_token: token }: Tokens): string => {
    const genuine = partOf(token, 1);
    return signed({ ...partOf(token, 0), ...header }, { ...genuine, ...claims(genuine) });
  };
const saying = (claims: Claims): Misuse[1] => bent(() => claims);
const headed = (header: Claims): Misuse[1] => bent(() => ({}), header);

/** Genuine claims under a header of the stranger's choice, signed by the stranger. */
const strangers =
  (header: Claims): Misuse[1] =>
  ({ access_token: token }) =>
    signed({ ...partOf(token, 0), ...header }, partOf(token, 1), stranger.privateKey);

const rewritten = ({ access_token: token }: Tokens): string => {
  const [header = '', , signature = ''] = token.split('.');
  const claims = { ...partOf(token, 1), preferred_username: 'nc.pa' };
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
};

const twice = ({ access_token: token }: Tokens): string => {
  const genuine = partOf(token, 1);
  const text = JSON.stringify(genuine);
  return signed(partOf(token, 0), `{"sub":"${randomUUID()}",${text.slice(1)}`);
};

const logoutToken = ({ access_token: token }: Tokens): string => {
  const { iss, sub, sid } = partOf(token, 1);
  const claims = { iss, sub, sid, aud: 'enlace-web', iat: seconds(0), exp: seconds(100) };
  return signed(
    { ...partOf(token, 0), typ: 'logout+jwt' },
    { ...claims, jti: randomUUID(), typ: 'Logout', events: LOGOUT },
  );
};

/** Every misuse that is one token, each of which is refused with 401. */
export const MISUSES: readonly Misuse[] = [
  ['three random parts', () => 'aGVhZA.Ym9keQ.c2ln'],
  ['no signature, with alg none', ({ access_token: t }) => unsigned(partOf(t, 0), partOf(t, 1))],
  [
    'HS256 under the public key',
    ({ access_token: t }) => signedWithPublicKey(partOf(t, 0), partOf(t, 1)),
  ],
  ['another key under the known kid', strangers({})],
  ['an unknown kid', headed({ kid: 'nobody' })],
  ['no kid', headed({ kid: undefined })],
  ['a path as kid', headed({ kid: '../../../../dev/null' })],
  ['a URL as kid', headed({ kid: 'http://127.0.0.1:1/keys' })],
  ['jku of a stranger', strangers({ jku: 'http://127.0.0.1:1/keys' })],
  ['jku beside the right signature', headed({ jku: 'http://127.0.0.1:1/keys' })],
  ['x5u of a stranger', strangers({ x5u: 'http://127.0.0.1:1/chain' })],
  ['x5u beside the right signature', headed({ x5u: 'http://127.0.0.1:1/chain' })],
  ['the key of a stranger as jwk', strangers({ jwk })],
  ['jwk beside the right signature', headed({ jwk })],
  ['a life that is over', saying({ iat: seconds(-60), exp: seconds(-10) })],
  ['a life that has not begun', saying({ nbf: seconds(60) })],
  ['a birth in the future', saying({ iat: seconds(60), exp: seconds(120) })],
  ['more age than a life lasts', saying({ iat: seconds(-130), exp: seconds(60) })],
  ['no age', saying({ iat: undefined })],
  ['no end', saying({ exp: undefined })],
  ['another issuer', saying({ iss: 'http://localhost:1/realms/enlace' })],
  ['the issuer with a slash behind', bent(({ iss }) => ({ iss: `${String(iss)}/` }))],
  ['another audience', saying({ aud: 'account' })],
  ['no audience', saying({ aud: undefined })],
  ['the audience of the web client', saying({ aud: 'enlace-web' })],
  ['the type of an ID token', ({ id_token: token }) => token],
  ['the form of a refresh token', ({ refresh_token: token }) => token],
  ['the words of a logout token', logoutToken],
  ['the sign-in of a service', saying({ azp: 'enlace-provisioner', sid: undefined })],
  ['no session', saying({ sid: undefined })],
  ['nobody’s name', saying({ sub: undefined })],
  ['another client', saying({ azp: 'another-client' })],
  ['a payload changed after signing', rewritten],
  ['a claim said twice', twice],
  ['64 kB', ({ access_token: token }) => token + 'a'.repeat(65_536 - token.length)],
];
