import { startSystemOn, type TestSystem } from '../../system.js';
import { DurablePostgres } from './durable-postgres.js';

/**
 * Runs `use` on a system of its own. Both its server and its API end with it, also where the start or the
 * proof breaks off or somebody ends it, at whatever moment.
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
  const leave = (code: number): void => {
    void stop().finally(() => process.exit(code));
  };
  process.once('SIGINT', () => {
    leave(130);
  });
  process.once('SIGTERM', () => {
    leave(143);
  });
  process.once('uncaughtException', (error) => {
    console.error(error);
    leave(1);
  });
  try {
    const server = await starting;
    system = await startSystemOn(server, [['seed', '--people']]);
    return await use(system, server);
  } finally {
    await stop();
  }
}
