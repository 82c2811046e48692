import { readPreference, writePreference } from '../config/preference';

/** Databases of drafts and caches on this device begin with this name. */
export const DEVICE_DATABASE_PREFIX = 'enlace';

/** Nobody is kept signed in for longer than this by a database that does not go away. */
const PATIENCE = 3000;

const remembered = (): string[] => readPreference('databases')?.split(' ') ?? [];

/** Notes the name of a database, for browsers that do not list what they keep. */
export const rememberDatabase = (name: string): void => {
  writePreference('databases', [...new Set([...remembered(), name])].join(' '));
};

const erase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess =
      request.onerror =
      request.onblocked =
        () => {
          resolve();
        };
  });

const listed = async (): Promise<string[]> => {
  // Older Firefox and private windows of some browsers have no such list.
  if (!('databases' in indexedDB)) return [];
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name === undefined ? [] : [name]));
};

const eraseAll = async (): Promise<void> => {
  const names = new Set([...remembered(), ...(await listed().catch(() => []))]);
  const own = [...names].filter((name) => name.startsWith(DEVICE_DATABASE_PREFIX));
  await Promise.all(own.map(erase));
  writePreference('databases', null);
};

/**
 * Erases what this device keeps for people who signed in: drafts and caches. Never throws and never
 * waits long, because nobody may be kept from signing out.
 */
export const eraseDeviceStorage = async (): Promise<void> => {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([patience, eraseAll().catch(() => undefined)]);
};
