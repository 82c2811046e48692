import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { DEVICE_DATABASE_PREFIX, rememberDatabase } from '../auth/device-storage';
import type { Session } from '../auth/session';

/** Whose draft of which record it is: nobody finds another person's. */
export interface DraftKey {
  readonly person: string;
  readonly organization: string;
  readonly record: string;
}

/** The key of the signed-in person's draft of a record; null while nobody acts. */
export const draftKey = (session: Session, record: string): DraftKey | null => {
  const person = session.session()?.person.id;
  const organization = session.acting()?.organization.id;
  return person === undefined || organization === undefined
    ? null
    : { person, organization, record };
};

interface DraftsSchema<Draft> extends DBSchema {
  drafts: { key: string; value: Draft };
}

const DATABASE = `${DEVICE_DATABASE_PREFIX}-drafts`;
const textOf = ({ person, organization, record }: DraftKey): string =>
  [person, organization, record].join('/');

/** Drafts on this device; signing out erases the database, and nothing is written after that. */
export abstract class DraftsOnDevice<Draft> {
  private opened: Promise<IDBPDatabase<DraftsSchema<Draft>>> | null = null;
  private erased = false;

  /** The draft that was kept, if there is one. */
  async read(key: DraftKey): Promise<Draft | null> {
    const database = await this.database();
    return (await database?.get('drafts', textOf(key))) ?? null;
  }

  /** Keeps a draft. */
  async keep(key: DraftKey, draft: Draft): Promise<void> {
    const database = await this.database();
    await database?.put('drafts', draft, textOf(key));
  }

  /** Forgets a draft that the server has. */
  async forget(key: DraftKey): Promise<void> {
    const database = await this.database();
    await database?.delete('drafts', textOf(key));
  }

  private async database(): Promise<IDBPDatabase<DraftsSchema<Draft>> | null> {
    if (this.erased) return null;
    rememberDatabase(DATABASE);
    this.opened ??= openDB<DraftsSchema<Draft>>(DATABASE, 1, {
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
