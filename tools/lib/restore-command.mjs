import { copyFile, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { assertOursToRestore, verified } from './backup-seal.mjs';
import { parse, systemOf } from './options.mjs';
import { step } from './step.mjs';
import { built } from './system.mjs';
import { explain, UserError } from './user-error.mjs';

/** A start refuses a folder that holds this: a restore is at work in it, or was broken off. */
const STAGE = '.restoring';

/** What this Enlace can run. */
async function whatRunsHere(root) {
  const { POSTGRES_MAJOR } = await built(root, 'dev-postgres');
  const list = join(root, 'apps', 'api', 'dist', 'database', 'migrations', 'index.js');
  const { MIGRATIONS } = await import(pathToFileURL(list).href);
  return {
    postgresMajor: POSTGRES_MAJOR,
    platform: `${process.platform}-${process.arch}`,
    schema: MIGRATIONS.map(({ name }) => name),
  };
}

const notFree = (data) =>
  new UserError(
    `${data} is not empty, nothing in it was touched: restore into a new folder, then choose it with --data.`,
  );

/** Whether the folder has to be made; one that holds anything is refused. */
async function isAbsent(data) {
  try {
    const held = (await readdir(data)).filter((name) => name !== 'lost+found');
    if (held.length > 0) throw notFree(data);
    return false;
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw explain(error, data);
  }
}

/** The secrets come last: without them no start takes the folder for a system. */
async function place(root, from, data, folders) {
  const { isFree, restoreCluster } = await built(root, 'dev-postgres');
  const dataDir = join(data, 'postgres');
  const stage = join(data, STAGE);
  await mkdir(data, { recursive: true });
  await mkdir(stage, { mode: 0o700 });
  if (!(await isFree(dataDir))) throw notFree(data);
  if (folders.includes('files')) {
    await cp(join(from, 'files'), join(stage, 'files'), { recursive: true });
  }
  await copyFile(join(from, 'secrets.json'), join(stage, 'secrets.json'));
  const inner = folders.filter((folder) => folder.startsWith('database/'));
  const names = inner.map((folder) => folder.slice('database/'.length));
  await restoreCluster(join(from, 'database'), dataDir, names);
  for (const name of await readdir(stage)) await rename(join(stage, name), join(data, name));
  await rmdir(stage);
}

/** `npm run restore -- FROM`: a system as it was at the backup, in a folder of its own. */
export async function run(root, args) {
  const { values, positionals } = parse(args, { data: { type: 'string' } }, true);
  const [given, ...rest] = positionals;
  if (!given || rest.length > 0) {
    throw new UserError('Usage: npm run restore -- BACKUP [--data FOLDER]');
  }
  const from = resolve(given);
  const { data } = systemOf(root, values);
  const isNew = await isAbsent(data);
  await step('Building', () => build(root, ['@enlace/api', '@enlace/dev-postgres']));
  const manifest = await step('Checking the backup', () => verified(from));
  assertOursToRestore(from, manifest, await whatRunsHere(root));
  try {
    await step('Restoring', () => place(root, from, data, manifest.folders));
  } catch (error) {
    await rm(isNew ? data : join(data, STAGE), { recursive: true, force: true });
    throw explain(error, data);
  }
  console.log(`RESTORED ${data}: everything written before ${manifest.endAskedAt}`);
  console.log(`Start it: npm start -- --data ${data}`);
}
