const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Puts an opaque refresh token into the shape of Keycloak's; the signature part is not checked. */
export function packRefreshToken(
  opaque: string,
  issuer: string,
  client: string,
  lifespan: number,
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { exp: now + lifespan, iat: now, jti: opaque, iss: issuer, aud: issuer };
  const header = encode({ alg: 'none', typ: 'JWT' });
  return `${header}.${encode({ ...claims, typ: 'Refresh', azp: client })}.`;
}

/** Takes the opaque token out again; anything else is returned as it came. */
export function unpackRefreshToken(value: string): string {
  const claims = value.split('.')[1];
  if (!claims) return value;
  try {
    const { jti } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { jti?: unknown };
    return typeof jti === 'string' ? jti : value;
  } catch {
    return value;
  }
}
