import { Command } from 'commander';
import { addAudit } from './commands/audit.js';
import { addClear } from './commands/clear.js';
import { addConfiguration } from './commands/configuration.js';
import { addImport } from './commands/import.js';
import { addJobs } from './commands/jobs.js';
import { addMigrate } from './commands/migrate.js';
import { addOpenApi } from './commands/openapi.js';
import { addSeed } from './commands/seed.js';

const program = new Command('enlace').description('Command line of Enlace');
for (const add of [
  addMigrate,
  addSeed,
  addOpenApi,
  addAudit,
  addImport,
  addClear,
  addJobs,
  addConfiguration,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
