import { Config, ConfigError } from './config/index.js';
import { createApp } from './create-app.js';
import { JobRunner } from './jobs/index.js';

async function start(): Promise<void> {
  const app = await createApp();
  const { PORT, HOST } = app.get(Config).server;
  // Started by a parent: ends with it, however the parent ended.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  await app.listen(PORT, HOST);
  app.get(JobRunner).start();
}

try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
