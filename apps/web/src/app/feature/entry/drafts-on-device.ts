import { Injectable } from '@angular/core';
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { DEVICE_DATABASE_PREFIX, rememberDatabase } from '../../core/auth/device-storage';
import type { ExactReport } from './model/draft-mapping';
import type { EntryState } from './model/entry-state';

/** A draft as this device keeps it until the server has it. */
export interface DeviceDraft {
  readonly report: ExactReport;
  /** What the server had when these changes were made. */
  readonly base: EntryState;
  readonly state: EntryState;
  readonly etag: string;
}

/** Whose draft of which report it is: nobody finds another person's. */
export interface DraftKey {
  readonly person: string;
  readonly organization: string;
  readonly report: string;
}

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: DeviceDraft };
}

const DATABASE = `${DEVICE_DATABASE_PREFIX}-drafts`;
const textOf = ({ person, organization, report }: DraftKey): string =>
  [person, organization, report].join('/');

/** Drafts on this device; signing out erases the database, and nothing is written after that. */
@Injectable({ providedIn: 'root' })
export class DraftsOnDevice {
  private opened: Promise<IDBPDatabase<DraftsSchema>> | null = null;
  private erased = false;

  /** The draft that was kept, if there is one. */
  async read(key: DraftKey): Promise<DeviceDraft | null> {
    const database = await this.database();
    return (await database?.get('drafts', textOf(key))) ?? null;
  }

  /** Keeps a draft. */
  async keep(key: DraftKey, draft: DeviceDraft): Promise<void> {
    const database = await this.database();
    await database?.put('drafts', draft, textOf(key));
  }

  /** Forgets a draft that the server has. */
  async forget(key: DraftKey): Promise<void> {
    const database = await this.database();
    await database?.delete('drafts', textOf(key));
  }

  private async database(): Promise<IDBPDatabase<DraftsSchema> | null> {
    if (this.erased) return null;
    rememberDatabase(DATABASE);
    this.opened ??= openDB<DraftsSchema>(DATABASE, 1, {
      upgrade: (database) => {
        database.createObjectStore('drafts');
      },
      // Somebody signs out: let go, so that the database can be erased.
      blocking: () => {
        this.erased = true;
        void this.opened?.then((database) => {
          database.close();
        });
      },
    });
    return this.opened;
  }
}
