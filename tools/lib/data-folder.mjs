import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { explain, UserError } from './user-error.mjs';

const secret = () => randomBytes(32).toString('hex');

/** Whether a process of that number runs and is one of ours (numbers are used again after a restart). */
export function isStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    return /tools[\\/](start|main)\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a start made what lies in the folder: its secrets, its description or its database say so. */
function isOurs(folder) {
  if (existsSync(join(folder, 'postgres', 'enlace-superuser'))) return true;
  return ['secrets.json', 'system.json'].some((name) => {
    const file = join(folder, name);
    return existsSync(file) && /"(auditKey|ENLACE_AUDIT_KEY)"/.test(readFileSync(file, 'utf8'));
  });
}

/** Refuses a folder that holds something, but nothing of ours: its owner did not mean it for Enlace. */
export function assertOurs(folder) {
  let entries;
  try {
    entries = readdirSync(folder);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw explain(error, folder);
  }
  // A first start that was broken off early leaves no more than this.
  const foreign = entries.filter((name) => !['logs', 'lock', 'lost+found'].includes(name));
  if (foreign.length === 0 || isOurs(folder)) return;
  throw new UserError(
    `${folder} is not an Enlace data folder, nothing in it was touched: choose an empty or new one with --data.`,
  );
}

/** Takes the folder for this process; a second start on the same folder is refused. */
export function lockFolder(folder) {
  const file = join(folder, 'lock');
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        const pid = Number(readFileSync(file, 'utf8'));
        if (pid && pid !== process.pid && isStart(pid)) {
          throw new UserError(
            `Enlace already runs on ${folder} (process ${pid}): stop it, or choose another --data folder.`,
          );
        }
        rmSync(file, { force: true });
      }
    }
  } catch (error) {
    throw explain(error, folder);
  }
  throw new UserError(`Another start is taking ${folder} at this moment.`);
}

const SECRETS = ['ownerPassword', 'appPassword', 'auditorPassword', 'auditKey', 'auditKeyId'];

/** Passwords and keys of this folder, made once and readable by its owner only. */
export function readSecrets(folder) {
  const file = join(folder, 'secrets.json');
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    const lacking = SECRETS.find((name) => typeof secrets?.[name] !== 'string');
    if (!lacking) return secrets;
    throw explain({ fault: 'damaged', message: `secrets.json lacks ${lacking}` }, folder);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof SyntaxError) {
      throw explain({ fault: 'damaged', message: 'secrets.json is not readable' }, folder);
    }
    if (error.code !== 'ENOENT') throw explain(error, folder);
  }
  if (existsSync(join(folder, 'postgres'))) {
    throw explain({ fault: 'damaged', message: 'secrets.json is missing' }, folder);
  }
  return writeSecrets(folder, freshSecrets());
}

const freshSecrets = () => ({
  ownerPassword: secret(),
  appPassword: secret(),
  auditorPassword: secret(),
  auditKey: secret(),
  auditKeyId: `local-${new Date().toISOString().slice(0, 10)}-${randomBytes(2).toString('hex')}`,
  metricsToken: secret(),
});

/** Whole or not at all: half a file of secrets would lock everybody out. */
function writeSecrets(folder, secrets) {
  const file = join(folder, 'secrets.json');
  const fresh = `${file}.new`;
  try {
    const text = `${JSON.stringify(secrets, null, 2)}\n`;
    writeFileSync(fresh, text, { mode: 0o600, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw explain(error, folder);
  }
  return secrets;
}

/** New passwords and keys; what the earlier keys sealed can still be verified. */
export function renewSecrets(folder, { auditKeyId, auditKey, earlierAuditKeys }) {
  return writeSecrets(folder, {
    ...freshSecrets(),
    earlierAuditKeys: { ...earlierAuditKeys, [auditKeyId]: auditKey },
  });
}

/** Deletes what a start made in the folder, and nothing else that lies there. */
export function clearFolder(folder) {
  const made = ['postgres', 'secrets.json', 'logs', 'mails', 'system.json'];
  for (const name of [...made, 'keycloak', 'keycloak.json']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  mkdirSync(join(folder, 'logs'), { recursive: true });
}
