import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { configurationTable, inOperations } from '../config/index.js';

const FILE = new URL('../../../../docs/operations.md', import.meta.url);

/** `enlace configuration`: prints every variable that is read, or writes them into the operator's page. */
export function addConfiguration(program: Command): void {
  program
    .command('configuration')
    .description('Print every variable that is read from the environment')
    .option('--write', 'write them into docs/operations.md')
    .action(async ({ write }: { write?: boolean }) => {
      if (write) await writeFile(FILE, inOperations(await readFile(FILE, 'utf8')));
      else console.log(configurationTable());
    });
}
