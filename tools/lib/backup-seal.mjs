import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from './user-error.mjs';

/** Lists every other file of a backup with its SHA-256, as `sha256sum -c` reads it; written last of all. */
const SUMS = 'SHA256SUMS';
/** Says what the backup is of. */
const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** SHA-256 of a file, read in parts; `keep` first makes sure that the disk has it. */
async function hashOf(path, keep) {
  const handle = await open(path, keep ? 'r+' : 'r');
  try {
    if (keep) await handle.sync();
    const hash = createHash('sha256');
    for await (const part of handle.createReadStream({ autoClose: false })) hash.update(part);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** Every file and folder below, by its path with slashes; anything else is listed as `other`. */
async function listed(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = { files: [], folders: [], other: [] };
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile()) found.files.push(path);
    else if (entry.isDirectory()) found.folders.push(path);
    else found.other.push(path);
  }
  for (const list of Object.values(found)) list.sort();
  return found;
}

const sumsText = (sums) => [...sums].map(([path, hash]) => `${hash}  ${path}\n`).join('');

/** Makes what lies in the folder a backup: what it is, and the hash of every file. */
export async function seal(folder, facts) {
  const { folders } = await listed(folder);
  const manifest = { product: 'enlace', format: FORMAT, ...facts, folders };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  });
  const { files } = await listed(folder);
  const sums = new Map();
  for (const path of files) sums.set(path, await hashOf(join(folder, path), true));
  const fresh = join(folder, `${SUMS}.new`);
  await writeFile(fresh, sumsText(sums), { mode: 0o600, flush: true });
  await rename(fresh, join(folder, SUMS));
  return { files: files.length };
}

async function readSums(folder) {
  let text;
  try {
    text = await readFile(join(folder, SUMS), 'utf8');
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(error.code)) throw error;
    throw new UserError(
      `${folder} is not a whole backup of Enlace: it lacks ${SUMS}, which is written last.`,
    );
  }
  const sums = new Map(text.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
  sums.delete('');
  // Written as it was read: no line is doubled, cut or bent.
  if (sumsText(sums) !== text) throw damaged(folder, [`${SUMS} is not as it was written`]);
  return sums;
}

function damaged(folder, faults) {
  const more = faults.length > 5 ? ` and ${faults.length - 5} more` : '';
  return new UserError(
    `The backup ${folder} is damaged, nothing was restored: ${faults.slice(0, 5).join('; ')}${more}.`,
  );
}

/** The manifest of a backup in which every file is as it was written, and no other is there. */
export async function verified(folder) {
  const sums = await readSums(folder);
  const { files, other } = await listed(folder);
  const faults = other.map((path) => `${path} is neither a file nor a folder`);
  for (const path of files) {
    if (path !== SUMS && !sums.has(path)) faults.push(`${path} was added`);
  }
  for (const [path, hash] of sums) {
    if (!files.includes(path)) faults.push(`${path} is missing`);
    else if ((await hashOf(join(folder, path), false)) !== hash) faults.push(`${path} was changed`);
  }
  if (!sums.has(MANIFEST)) faults.push(`${MANIFEST} is missing`);
  if (faults.length > 0) throw damaged(folder, faults);
  return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
}

/** Refuses a whole backup that this Enlace cannot run; `here` is what it can. */
export function assertOursToRestore(folder, manifest, here) {
  const refuse = (reason) => {
    throw new UserError(`${folder} cannot be restored here, nothing was changed: ${reason}.`);
  };
  if (manifest.product !== 'enlace') refuse(`it is a backup of "${manifest.product}"`);
  if (manifest.format !== FORMAT) {
    refuse(`its format is ${manifest.format}, and this Enlace reads ${FORMAT}`);
  }
  const { postgres, platform, schema, version } = manifest;
  const [major] = postgres.version.split('.');
  if (major !== here.postgresMajor) {
    refuse(`it was made by PostgreSQL ${major}, and this is ${here.postgresMajor}`);
  }
  if (platform !== here.platform) {
    refuse(`it was made on ${platform}, and this is ${here.platform}`);
  }
  const unknown = schema.filter((name) => !here.schema.includes(name));
  if (unknown.length > 0) {
    refuse(
      `it was made by a newer Enlace (${version}) whose migration ${unknown[0]} is not known here; ` +
        'update Enlace first',
    );
  }
}
