import { constants } from 'node:os';
import { startSystemOn, type TestSystem } from '../../system.js';
import { DurablePostgres } from './durable-postgres.js';

/**
 * Runs `use` on a system of its own. Both its server and its API end with it, also where the start fails
 * or somebody ends the proof, at whatever moment of it.
 */
export async function onDurableSystem<T>(
  use: (system: TestSystem, server: DurablePostgres) => Promise<T>,
): Promise<T> {
  const starting = DurablePostgres.start();
  let system: TestSystem | null = null;
  let stopping: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    if (!system) return (await starting).stop();
    // It would wait for what it is at, perhaps on a server that is away.
    await system.killApi();
    return system.stop();
  };
  const stop = (): Promise<void> => (stopping ??= end());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
  try {
    const server = await starting;
    system = await startSystemOn(server, [['seed', '--people']]);
    return await use(system, server);
  } finally {
    await stop();
  }
}
