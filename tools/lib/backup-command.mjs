import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { build } from './build.mjs';
import { copyStored } from './backup-files.mjs';
import { seal } from './backup-seal.mjs';
import { lockFolder, readSecrets } from './data-folder.mjs';
import { parse, systemOf } from './options.mjs';
import { watchOver } from './start-command.mjs';
import { step } from './step.mjs';
import { built } from './system.mjs';
import { explain, UserError } from './user-error.mjs';

/** The folder that the backup will be: empty or new, and not where a reset would delete it. */
async function takeTarget(data, given) {
  if (!given) throw new UserError('Usage: npm run backup -- --to FOLDER [--data FOLDER]');
  const to = resolve(given);
  const below = relative(data, to);
  if (!below.startsWith('..') && !isAbsolute(below)) {
    throw new UserError(`Choose a folder outside ${data}: a backup must outlive it.`);
  }
  const entries = await readdir(to).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw explain(error, to);
  });
  if (entries?.length > 0) {
    throw new UserError(`${to} is not empty, nothing in it was touched: choose a new folder.`);
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  return { to, isNew: entries === undefined };
}

/** The superuser's address: of the server that runs, else of one that is started for the backup alone. */
async function serverOn(root, data, undo) {
  const { runningPostgres, startPostgres } = await built(root, 'dev-postgres');
  const dataDir = join(data, 'postgres');
  const running = await runningPostgres(dataDir);
  if (running) return running;
  undo.push(lockFolder(data));
  const server = await startPostgres({ dataDir });
  undo.push(() => server.stop());
  return server.superuserUrl;
}

/** Migrations that ran in the database, by name. */
async function schemaOf(root, superuserUrl) {
  const { inDatabase, withClient } = await built(root, 'dev-postgres');
  return withClient(inDatabase(superuserUrl, 'enlace'), async (client) => {
    const { rows } = await client.query('select name from public.migrations order by id');
    return rows.map(({ name }) => name);
  });
}

async function copyAll(root, data, to, superuserUrl) {
  const { backUpCluster } = await built(root, 'dev-postgres');
  const secrets = readSecrets(data);
  const schema = await schemaOf(root, superuserUrl);
  // Before and after: what the sweep takes meanwhile and what comes in meanwhile are both there.
  let stored = await copyStored(join(data, 'files'), join(to, 'files'));
  const cluster = await backUpCluster(superuserUrl, join(to, 'database'));
  stored += await copyStored(join(data, 'files'), join(to, 'files'));
  await copyFile(join(data, 'secrets.json'), join(to, 'secrets.json'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    ...{ version, platform: `${process.platform}-${process.arch}` },
    ...{ endAskedAt: cluster.endAskedAt, stored, segments: cluster.segments },
    postgres: { version: cluster.serverVersion, systemIdentifier: cluster.systemIdentifier },
    auditKeyId: secrets.auditKeyId,
    schema,
  };
}

/** Deletes what was copied so far: a reader of folders must not take it for a backup. */
function forget({ to, isNew }) {
  for (const name of readdirSync(to)) rmSync(join(to, name), { recursive: true, force: true });
  if (isNew) rmSync(to, { recursive: true, force: true });
}

async function backUp(root, data, to, undo) {
  if (!existsSync(join(root, 'packages', 'dev-postgres', 'dist', 'index.js'))) {
    await build(root, ['@enlace/dev-postgres']);
  }
  const superuserUrl = await serverOn(root, data, undo);
  const facts = await step('Copying', () => copyAll(root, data, to, superuserUrl));
  const { files } = await step('Hashing', () => seal(to, facts));
  return `BACKUP ${to}: ${files} files, ${facts.stored} of them handed in by people; holds everything written before ${facts.endAskedAt}`;
}

/** `npm run backup -- --to FOLDER`: everything needed to begin again, while people work. */
export async function run(root, args) {
  const { values } = parse(args, { data: { type: 'string' }, to: { type: 'string' } });
  const { data } = systemOf(root, values);
  if (!existsSync(join(data, 'secrets.json'))) {
    throw new UserError(`There is no Enlace in ${data}: name its data folder with --data.`);
  }
  const target = await takeTarget(data, values.to);
  const undo = [];
  const tidy = async () => {
    for (const act of undo.splice(0).reverse()) await act();
  };
  watchOver(async () => {
    await tidy();
    forget(target);
    console.error(`The backup was broken off; nothing of it is left in ${target.to}.`);
    process.exit(1);
  });
  try {
    console.log(await backUp(root, data, target.to, undo));
  } catch (error) {
    forget(target);
    const told = explain(error, target.to);
    throw told instanceof UserError ? told : new UserError(`The backup failed: ${told.message}`);
  } finally {
    await tidy();
  }
  // The listener for a parent that goes away would keep this process.
  process.exit(0);
}
