import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config/index.js';

/** Nothing of Enlace asks for any of these. */
const UNUSED_FEATURES = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Data that a browser opens as a page may load, run, and be framed by nothing; pages have a policy of their own. */
const DATA_POLICY = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The least for an answer that comes before the hooks that set the others. */
export const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** Puts the headers on every answer that tell a browser what it may not do with it. */
export async function protectAnswers(
  app: NestFastifyApplication,
  config: Pick<Config, 'access' | 'server'>,
): Promise<void> {
  const { origin, protocol } = new URL(config.server.ENLACE_ORIGIN);
  const ownIdentity = new URL(config.access.IDENTITY_ISSUER).origin === origin;
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DATA_POLICY },
    // The window that signs somebody in again goes to the identity provider and comes back.
    crossOriginOpenerPolicy: { policy: ownIdentity ? 'same-origin' : 'same-origin-allow-popups' },
    frameguard: { action: 'deny' },
    // Browsers heed it behind TLS alone; elsewhere it would only say what is not so.
    strictTransportSecurity: protocol === 'https:' && {
      maxAge: 63_072_000,
      includeSubDomains: true,
    },
  });
  const features = UNUSED_FEATURES.map((name) => `${name}=()`).join(', ');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (_request, reply) => {
      void reply.header('permissions-policy', features);
    });
}
