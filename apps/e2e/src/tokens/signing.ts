import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  type KeyObject,
} from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The claims or the header of a token. */
export type Claims = Readonly<Record<string, unknown>>;

interface DemoRealm {
  readonly components: Readonly<
    Record<string, readonly { readonly config: { readonly privateKey: readonly string[] } }[]>
  >;
}

/** The key that the demo pins, so that a test signs as either provider does. */
export const pinnedKey = (): KeyObject => {
  const file = new URL('../../../../docker/keycloak/realm-demo.json', import.meta.url);
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as DemoRealm;
  const pem = components['org.keycloak.keys.KeyProvider']?.[0]?.config.privateKey[0];
  if (pem === undefined) throw new Error('The demo pins no key.');
  return createPrivateKey(pem);
};

const encoded = (part: Claims | string): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** A token signed with RS256; a text is taken as it is, so that it may say something twice. */
export const signed = (
  header: Claims,
  claims: Claims | string,
  key: KeyObject = pinnedKey(),
): string => {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
};

/** What a verifier falls for that believes the token's own algorithm: the public key as the secret. */
export const signedWithPublicKey = (header: Claims, claims: Claims): string => {
  const content = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`;
  const secret = createPublicKey(pinnedKey()).export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};

/** A token that says it needs no signature. */
export const unsigned = (header: Claims, claims: Claims): string =>
  `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`;

/** One part of a token as an object. */
export const partOf = (token: string, part: 0 | 1): Claims =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString()) as Claims;
