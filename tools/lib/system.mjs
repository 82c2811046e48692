import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStart } from './data-folder.mjs';
import { withNodeFirst } from './node-version.mjs';

/** Address of a built workspace package, which only exists after the build. */
export const built = (root, name) =>
  import(pathToFileURL(join(root, 'packages', name, 'dist', 'index.js')).href);

/** Paths of the realm files, with the origin to fill in. */
export const realmFiles = (root, origin) => ({
  realmFile: join(root, 'docker', 'keycloak', 'realm.json'),
  demoFile: join(root, 'docker', 'keycloak', 'realm-demo.json'),
  origin,
});

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const earlierKeys = ({ earlierAuditKeys = {} }) =>
  Object.entries(earlierAuditKeys)
    .map(([id, key]) => `${id}=${key}`)
    .join(',');

/** The API's whole environment; the owner's address is for migrations, seeds and the command line. */
export function apiEnvironment(root, system, secrets, urls, ports, owner) {
  const web = join(root, 'apps', 'web', 'dist', 'browser');
  const issuer = `${system.origin}/realms/enlace`;
  return {
    ...withNodeFirst(process.execPath),
    NODE_ENV: 'production',
    DATABASE_URL: urls.app,
    ...(owner ? { DATABASE_OWNER_URL: urls.owner } : {}),
    DATABASE_AUDITOR_URL: urls.auditor,
    PORT: String(ports.api),
    HOST: '127.0.0.1',
    ENLACE_ORIGIN: system.origin,
    IDENTITY_ISSUER: issuer,
    IDENTITY_JWKS_URL: `http://127.0.0.1:${ports.identity}/realms/enlace/protocol/openid-connect/certs`,
    IDENTITY_AUDIENCE: 'enlace-api',
    ...(owner ? { ENLACE_AUDIT_EARLIER_KEYS: earlierKeys(secrets) } : {}),
    ENLACE_AUDIT_KEY: secrets.auditKey,
    ENLACE_AUDIT_KEY_ID: secrets.auditKeyId,
    ENLACE_DEMO: 'true',
    ENLACE_STRONG_SIGN_IN: String(system.oneTimePasswords),
    ENLACE_METRICS_TOKEN: secrets.metricsToken,
    ENLACE_FILES_FOLDER: join(system.data, 'files'),
    ENLACE_SMTP_URL: process.env.ENLACE_SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    ENLACE_MAIL_FROM: process.env.ENLACE_MAIL_FROM ?? 'enlace@enlace.test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    ...(existsSync(web) ? { ENLACE_WEB_ROOT: web } : {}),
  };
}

/** Leaves in the data folder what other commands need to reach the running system. */
export function describeSystem(data, description) {
  const text = JSON.stringify({ run: randomUUID(), ...description }, null, 2);
  writeFileSync(join(data, 'system.json'), `${text}\n`, { mode: 0o600 });
}

/** The description of the system that runs on the folder; undefined when none does. */
export function runningSystem(data) {
  try {
    const system = JSON.parse(readFileSync(join(data, 'system.json'), 'utf8'));
    return isStart(system.pid) ? system : undefined;
  } catch {
    return undefined;
  }
}
