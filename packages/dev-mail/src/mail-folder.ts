import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceivedMail } from './mail-server.js';

/** So many are listed; older ones stay in the folder. */
const LISTED = 500;

/** Mails as files, so that they are there after a restart. */
export interface MailFolder {
  /** Newest first. */
  readonly mails: readonly ReceivedMail[];
  add(mail: ReceivedMail): Promise<void>;
}

/** Opens a folder of mails, one JSON file each. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = names.slice(-LISTED).map((name) => readFile(join(folder, name), 'utf8'));
  const mails = (await Promise.all(texts)).map((text) => JSON.parse(text) as ReceivedMail);
  mails.reverse();
  return {
    mails,
    add: async (mail) => {
      mails.unshift(mail);
      mails.splice(LISTED);
      const name = `${mail.at.replaceAll(':', '-')}-${mail.id}.json`;
      await writeFile(join(folder, name), JSON.stringify(mail), { mode: 0o600 });
    },
  };
}
