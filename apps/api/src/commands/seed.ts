import type { Command } from 'commander';
import { Audit } from '../audit/index.js';
import { auditConfig, ownerConfig, readPart } from '../config/index.js';
import { loadSeeds } from '../seeds/index.js';

async function seed(options: { reference?: boolean; people?: boolean }): Promise<void> {
  const { DATABASE_OWNER_URL } = readPart(ownerConfig);
  const demo = options.people ? 'people' : !options.reference;
  const loaded = await loadSeeds({
    ownerUrl: DATABASE_OWNER_URL,
    demo,
    audit: new Audit({ audit: readPart(auditConfig) }),
  });
  const { reference, participants, reports, commitments, practices } = loaded;
  console.log(
    `new: ${reference} reference rows, ${participants} participants, ${reports} reports, ${commitments} commitments, ${practices} practices`,
  );
}

/** `enlace seed`: reference data and the demo; may run at every start. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Load reference data, and the demo beside it')
    .option('--reference', 'reference data alone')
    .option('--people', 'the demo without sample reports, commitments and practices')
    .action(seed);
}
