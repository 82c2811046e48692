import 'reflect-metadata';
import type { Command } from 'commander';
import { ownerConfig, readPart } from '../config/index.js';
import { ownerSource } from '../database/index.js';

/** Brings a database up to this build; runs as the owner. */
export async function migrate(ownerUrl: string): Promise<number> {
  const source = ownerSource(ownerUrl);
  await source.initialize();
  try {
    return (await source.runMigrations()).length;
  } finally {
    await source.destroy();
  }
}

/** `enlace migrate`. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database up to this build')
    .action(async () => {
      const { DATABASE_OWNER_URL } = readPart(ownerConfig);
      console.log(`${await migrate(DATABASE_OWNER_URL)} migrations run`);
    });
}
