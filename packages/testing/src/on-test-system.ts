import { startTestSystem, type TestSystem } from './system.js';

const SIGNALS = [['SIGINT', 130] as const, ['SIGTERM', 143] as const];

/** Runs on a system of its own, which ends with this process, also where that is told to end. */
export async function onTestSystem<T>(
  seeds: Parameters<typeof startTestSystem>[0],
  use: (system: TestSystem) => Promise<T>,
): Promise<T> {
  const system = await startTestSystem(seeds);
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= system.stop());
  for (const [signal, code] of SIGNALS) {
    process.once(signal, () => void stop().finally(() => process.exit(code)));
  }
  try {
    return await use(system);
  } finally {
    await stop();
  }
}
