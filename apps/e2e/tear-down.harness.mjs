import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Ends what set-up.harness.mjs started and removes its data. */
export default async function tearDown() {
  const { child, data } = globalThis.enlaceJourneys ?? {};
  if (!child) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
}
