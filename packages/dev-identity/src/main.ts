import { loadRealm } from './realm.js';
import { startIdentity } from './server.js';

/** Runs the provider as a process of its own: `main.js REALM_FILE DEMO_FILE ORIGIN [PORT]`. */
async function main([realmFile, demoFile, origin, port]: readonly string[]): Promise<void> {
  if (!realmFile || !demoFile || !origin)
    throw new Error('Usage: REALM_FILE DEMO_FILE ORIGIN [PORT]');
  const identity = await startIdentity(
    await loadRealm({ realmFile, demoFile, origin }),
    Number(port ?? 0),
  );
  process.send?.({ port: identity.port });
  const end = (): void => {
    void identity.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // A killed parent must not leave this process behind.
  if (process.connected) process.once('disconnect', end);
}

await main(process.argv.slice(2));
