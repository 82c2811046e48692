import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Client } from 'pg';
import { z } from 'zod';
import { readHeads, verifyChains } from '../audit/index.js';
import { auditConfig, auditorConfig, earlierKeysConfig, readPart } from '../config/index.js';

const heads = z.array(z.object({ organizationId: z.uuid(), sequence: z.int(), hash: z.string() }));

async function asAuditor<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: readPart(auditorConfig).DATABASE_AUDITOR_URL,
  });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function verify(options: { head?: string }): Promise<void> {
  const { ENLACE_AUDIT_KEY, ENLACE_AUDIT_KEY_ID } = readPart(auditConfig);
  const known = options.head ? heads.parse(JSON.parse(await readFile(options.head, 'utf8'))) : [];
  const earlier = readPart(earlierKeysConfig).ENLACE_AUDIT_EARLIER_KEYS ?? [];
  const keys = new Map([...earlier, [ENLACE_AUDIT_KEY_ID, ENLACE_AUDIT_KEY]]);
  const report = await asAuditor((client) => verifyChains(client, keys, known));
  for (const fault of report.faults) console.log(`FAULT ${fault}`);
  console.log(`${report.chains} chains, ${report.entries} entries, ${report.faults.length} faults`);
  if (report.faults.length > 0) process.exitCode = 1;
}

/** `enlace audit verify` and `enlace audit head`. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('The trace of all writes');
  audit
    .command('verify')
    .description('Find entries removed, changed, reordered or cut off')
    .option('--head <file>', 'heads that `enlace audit head` printed earlier')
    .action(verify);
  audit
    .command('head')
    .description('Print the head of every chain as JSON')
    .action(async () => {
      console.log(JSON.stringify(await asAuditor(readHeads), null, 2));
    });
}
