import { Injectable, Logger } from '@nestjs/common';
import { Database, type Transaction } from '../database/index.js';
import { JobRegister, portalActor } from '../jobs/index.js';
import { FileStore } from './file-store.js';

const DAY = 24 * 60 * 60 * 1000;
const AT_ONCE = 500;

/** Bytes are put and swept one after the other, never at once: the lock lasts until the end of the transaction. */
export const lockBytes = async (tx: Transaction, sha256: string): Promise<void> => {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('bytes ' || $1, 0))`, [sha256]);
};

/** Every night: forgets bytes older than a day that no file of any organization has. */
@Injectable()
export class SweepFiles {
  private readonly log = new Logger('Files');

  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly store: FileStore,
  ) {
    register.handle('files.sweep', () => this.execute());
  }

  private async execute(): Promise<void> {
    // The clock of the files, which are not the database's.
    const old = await this.store.putBefore(new Date(Date.now() - DAY));
    let swept = 0;
    for (let at = 0; at < old.length; at += AT_ONCE) {
      for (const sha256 of await this.unused(old.slice(at, at + AT_ONCE))) {
        if (await this.forget(sha256)) swept += 1;
      }
    }
    if (swept > 0) this.log.log(`${swept} stored files that no record names are gone`);
  }

  private async unused(hashes: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ hash: string }>('select unused_files($1) as hash', [
      hashes,
    ]);
    return rows.map(({ hash }) => hash);
  }

  /** Asked again under the lock: the bytes may have become a file meanwhile. */
  private async forget(sha256: string): Promise<boolean> {
    return this.database.write(await portalActor(this.database), async (tx) => {
      await lockBytes(tx, sha256);
      const [unused] = await tx.rows('select unused_files($1)', [[sha256]]);
      if (unused === undefined) return false;
      await this.store.delete(sha256);
      return true;
    });
  }
}
