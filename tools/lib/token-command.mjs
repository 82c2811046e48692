import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { parse, SYSTEM_OPTIONS, systemOf } from './options.mjs';
import { built, realmFiles, runningSystem } from './system.mjs';
import { UserError } from './user-error.mjs';

/** `npm run token -- ACCOUNT [--for ORGANIZATION]`: an access token of a demo account on stdout. */
export async function run(root, args) {
  const options = { ...SYSTEM_OPTIONS, for: { type: 'string' } };
  const { values, positionals } = parse(args, options, true);
  const [username, ...rest] = positionals;
  if (!username || rest.length > 0)
    throw new UserError('Usage: npm run token -- ACCOUNT [--for ORGANIZATION]');
  const named = systemOf(root, values);
  const running = runningSystem(named.data);
  // Without a port the token is for the system that runs on the data folder, wherever it listens.
  const { origin } = values.port || process.env.ENLACE_PORT ? named : (running ?? named);
  if (!existsSync(join(root, 'packages', 'dev-identity', 'dist', 'index.js'))) {
    await build(root, ['@enlace/dev-identity']);
  }
  const { issueToken, loadRealm } = await built(root, 'dev-identity');
  const realm = await loadRealm(realmFiles(root, origin));
  if (!realm.users.some((user) => user.username === username)) {
    throw new UserError(`The demo has no account "${username}".`);
  }
  const alias = values.for;
  const member = realm.organizations.find(
    (organization) =>
      organization.alias === alias && organization.members.some((one) => one.username === username),
  );
  if (alias && !member) throw new UserError(`${username} is not a member of "${alias}".`);
  if (!running) {
    console.error(`Enlace does not run on ${named.data}; the token is for ${origin}.`);
  }
  console.log(await issueToken({ realm, username, ...(alias ? { organization: alias } : {}) }));
}
