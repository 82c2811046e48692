import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reported, startChild, stopChild } from './children.mjs';
import { prepareKeycloak } from './keycloak.mjs';
import { demoRealm } from './keycloak-realm.mjs';
import { step } from './step.mjs';
import { freePort, realmFiles } from './system.mjs';
import { UserError } from './user-error.mjs';

/** Options that say who signs people in. */
export const IDENTITY_OPTIONS = {
  identity: { type: 'string', default: 'development' },
  'one-time-passwords': { type: 'boolean', default: false },
};

/** Refuses what nobody can sign people in with, before anything is started. */
export function assertIdentity({ identity }) {
  if (!['development', 'keycloak'].includes(identity)) {
    throw new UserError(`--identity must be development or keycloak, not "${identity}".`);
  }
}

/** Starts the development provider; resolves with its process and port. */
export async function startDevelopment(root, system, undo) {
  const files = realmFiles(root, system.origin);
  const program = join(root, 'packages', 'dev-identity', 'dist', 'main.js');
  const args = [files.realmFile, files.demoFile, files.origin];
  const started = startChild('identity', program, args, { env: process.env, data: system.data });
  undo.push(() => stopChild(started));
  const { port } = await reported(started);
  return { started, port };
}

/**
 * Starts a real Keycloak on a free port of this machine; resolves with its process, port and operator.
 * `address` is the one that browsers see, `origin` that of Enlace.
 */
export async function startKeycloak(root, given, undo) {
  const { data, origin, address, oneTimePasswords, port = await freePort() } = given;
  await prepareKeycloak(root);
  const folder = join(data, 'keycloak');
  const admin = { username: 'operator', password: randomBytes(18).toString('base64url') };
  const settings = {
    folder,
    realm: demoRealm(root, origin, oneTimePasswords),
    address,
    port,
    management: await freePort(),
    admin,
  };
  mkdirSync(data, { recursive: true });
  const file = join(data, 'keycloak.json');
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
  const program = join(root, 'tools', 'lib', 'keycloak-process.mjs');
  return step('Starting Keycloak', async () => {
    const started = startChild('identity', program, [root, file], { env: process.env, data });
    undo.push(() => stopChild(started));
    await reported(started);
    return { started, port, admin };
  });
}
