import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startKeycloak } from './identity-part.mjs';
import { parse, portOf } from './options.mjs';
import { makeEnd, watchOver } from './start-command.mjs';
import { UserError } from './user-error.mjs';

function assertFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new UserError(`Port ${port} is taken: stop what uses it, or choose another with --port.`),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
}

function originOf(given) {
  const known = URL.canParse(given) ? new URL(given) : undefined;
  if (known && ['http:', 'https:'].includes(known.protocol)) return known.origin;
  throw new UserError(`--origin must be an address such as http://localhost:4400, not "${given}".`);
}

/** `npm run keycloak`: a real Keycloak with the demo's realm until Ctrl-C. */
export async function run(root, args) {
  const { values } = parse(args, {
    port: { type: 'string', default: '8080' },
    origin: { type: 'string', default: 'http://localhost:4400' },
    'one-time-passwords': { type: 'boolean', default: false },
  });
  const port = portOf('--port', values.port);
  const origin = originOf(values.origin);
  const undo = [];
  const end = makeEnd(undo);
  watchOver(end);
  try {
    await assertFree(port);
    const data = join(root, '.cache', 'keycloak', `run-${port}`);
    if (!existsSync(join(data, 'logs'))) mkdirSync(join(data, 'logs'), { recursive: true });
    const address = `http://localhost:${port}`;
    const given = {
      data,
      origin,
      address,
      port,
      oneTimePasswords: values['one-time-passwords'],
    };
    const { started, admin } = await startKeycloak(root, given, undo);
    started.child.once('exit', () => end(1, 'Keycloak ended unexpectedly; start again.'));
    console.log(`READY ${address}/realms/enlace for Enlace at ${origin}`);
    console.log(`Console: ${address}/admin, ${admin.username} / ${admin.password}`);
  } catch (error) {
    await end(1, error instanceof UserError ? error.message : (error.stack ?? String(error)));
  }
}
