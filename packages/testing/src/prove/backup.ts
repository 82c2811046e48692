/**
 * `npm run prove -- backup [--backups N] [--seed N]`: the operator's own commands on a system of `npm
 * start` (fsync on) while people of all three jobs write and hand in files. A backup that is killed is
 * none; the last of those that ended is restored, and everything acknowledged before its end was asked
 * for is there, with unbroken chains, whole indexes and readable files. A damaged one is refused.
 */
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Client as Database } from 'pg';
import { inDatabase, runningPostgres, withClient } from '@enlace/dev-postgres';
import { seeded } from '../attacker/random.js';
import { Client } from '../client/client.js';
import { proveDamages } from './backup/damage.js';
import { Load, Turner, Uploader, type HandedIn, type Look } from './backup/load.js';
import { broken, command, start, type Started } from './backup/operator.js';
import { castOf } from './crash/cast.js';
import { Ledger } from './crash/ledger.js';
import { proveRecords } from './crash/verdict.js';

/** Milliseconds of writing before the first backup, and after each. */
const BEFORE = 3000;
const BETWEEN = 1000;

/** Heads of the chains of the trace, before the first backup that ended. */
const HEADS = 'heads.json';

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

async function must(...args: readonly string[]): Promise<string> {
  const { code, output } = await command(...args);
  if (code !== 0) throw new Error(`npm run ${args.join(' ')} failed:\n${output}`);
  return output;
}

async function superuserOf(data: string): Promise<string> {
  const superuser = await runningPostgres(join(data, 'postgres'));
  if (superuser === undefined) throw new Error(`PostgreSQL does not run on ${data}.`);
  return superuser;
}

/** Backs up under load; the last backup, and what had been acknowledged when its end was asked for. */
async function backUp(folder: string, system: Started, backups: number): Promise<[string, Look]> {
  const ledger = new Ledger();
  const uploader = new Uploader(system);
  const writers = await withClient(system.owner, (owner) => castOf(system, owner, ledger));
  const data = join(folder, 'data');
  const turner = new Turner(await superuserOf(data));
  const load = new Load([...writers, turner], uploader, ledger);
  await sleep(BEFORE);
  const quiet = load.lookBefore(Date.now());
  const args = ['backup', '--data', data, '--to'];
  await broken('SIGKILL', 'Copying', ...args, join(folder, 'killed'));
  const ended = await broken('SIGTERM', 'Copying', ...args, join(folder, 'ended'));
  const isLeft = await stat(join(folder, 'ended')).catch(() => null);
  if (ended.code !== 1 || isLeft)
    throw new Error(`A backup that was ended left something: ${ended.output}`);
  await writeFile(join(folder, HEADS), await system.enlace('audit', 'head'));
  let took = 0;
  let last = '';
  const began = load.lookBefore(Date.now());
  for (let number = 1; number <= backups; number += 1) {
    last = join(folder, `backup-${number}`);
    const at = performance.now();
    const output = await must('backup', '--data', data, '--to', last);
    took += performance.now() - at;
    console.log(output.split('\n').find((line) => line.startsWith('BACKUP')));
  }
  const after = load.lookBefore(Date.now());
  await sleep(BETWEEN);
  await load.stop();
  if (ledger.wrong.length > 0) throw new Error(ledger.wrong.join('\n'));
  const { endAskedAt, segments } = JSON.parse(
    await readFile(join(last, 'manifest.json'), 'utf8'),
  ) as { endAskedAt: string; segments: number };
  const rate = (one: Look, span: number): string => ((one.acknowledged * 1000) / span).toFixed(0);
  const during = { ...after, acknowledged: after.acknowledged - began.acknowledged };
  console.log(
    `writes acknowledged a second: ${rate(quiet, BEFORE)} before, ${rate(during, after.at - began.at)} during ` +
      `${backups} backups of ${seconds(took / backups)} s; ${segments} segments of the log in the last, ${turner.turned} begun in all`,
  );
  return [last, load.lookBefore(Date.parse(endAskedAt))];
}

/** What was handed in is there as it was. */
async function proveFiles(system: Started, files: readonly HandedIn[]): Promise<string[]> {
  const client = new Client(system, 'editor.ngo');
  const faults: string[] = [];
  for (const { id, text } of files) {
    const answer = await client.call(`/api/v1/files/${id}`);
    if (answer.text !== text) faults.push(`file ${id}: ${answer.status} ${answer.text}`);
  }
  return faults;
}

/** Every index holds exactly what its table does: PostgreSQL's own check. */
async function proveIndexes(data: string): Promise<number> {
  const superuser = await superuserOf(data);
  return withClient(inDatabase(superuser, 'enlace'), async (client) => {
    await client.query('create extension amcheck');
    const { rowCount } = await client.query(
      `select bt_index_check(i.indexrelid, true) from pg_index i
       join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
       where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid and c.relkind = 'i'`,
    );
    return rowCount ?? 0;
  });
}

/** Each record has an entry in the trace. */
async function proveTrace(owner: Database, { records }: Look): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select distinct record_id::text as id from audit_entry where record_id is not null',
  );
  const traced = new Set(rows.map(({ id }) => id));
  return records.filter(({ id }) => !traced.has(id)).map(({ id }) => `no entry for ${id}`);
}

async function proveRestored(folder: string, look: Look): Promise<string[]> {
  const data = join(folder, 'restored');
  const began = performance.now();
  const system = await start(data, await freePort());
  console.log(`ready on what was restored after ${seconds(performance.now() - began)} s`);
  try {
    const { lost, doubled, trace } = await withClient(system.owner, async (owner) => ({
      ...(await proveRecords(owner, look)),
      trace: await proveTrace(owner, look),
    }));
    const files = await proveFiles(system, look.files);
    console.log(
      `${look.acknowledged} writes acknowledged before the end: ${look.records.length} records, ` +
        `${look.files.length} files; ${lost.length} lost, ${doubled.length} doubled, ${files.length} files wrong, ` +
        `${trace.length} without an entry in the trace`,
    );
    // Rejects where a chain is broken, or shorter than it was before the backup.
    const chains = await system.enlace('audit', 'verify', '--head', join(folder, HEADS));
    console.log(`the trace, and its heads of before the backup: ${chains.trim()}`);
    console.log(`${await proveIndexes(data)} indexes agree with their tables`);
    // It goes on: people write again.
    const uploader = new Uploader(system);
    await uploader.step();
    return [...lost, ...doubled, ...trace, ...files];
  } finally {
    await system.stop();
  }
}

async function prove(folder: string, backups: number, seed: number): Promise<boolean> {
  const began = performance.now();
  const system = await start(join(folder, 'data'), await freePort());
  let last: string;
  let look: Look;
  try {
    await system.enlace('seed', '--people');
    [last, look] = await backUp(folder, system, backups);
  } finally {
    await system.stop();
  }
  const target = join(folder, 'restored');
  const faults: string[] = [];
  const half = await command('restore', join(folder, 'killed'), '--data', target);
  if (half.code !== 1 || !half.output.includes('is not a whole backup')) {
    faults.push(`a killed backup: ${half.code} ${half.output}`);
  }
  const damages = await proveDamages(last, target, seeded(seed));
  console.log(`${damages.tried} damaged backups and a killed one tried to restore`);
  const at = performance.now();
  await must('restore', last, '--data', target);
  console.log(`restored in ${seconds(performance.now() - at)} s`);
  faults.push(...damages.faults, ...(await proveRestored(folder, look)));
  for (const fault of faults.slice(0, 20)) console.log(`fault: ${fault}`);
  console.log(`${faults.length} faults, took ${seconds(performance.now() - began)} s`);
  return faults.length === 0;
}

const { values } = parseArgs({
  options: {
    backups: { type: 'string', default: '2' },
    seed: { type: 'string', default: '2009' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'enlace-backup-'));
// The server runs as a user of its own, who has to enter the folder.
await chmod(folder, 0o755);
try {
  process.exitCode = (await prove(folder, Number(values.backups), Number(values.seed))) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
