import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder, from `packages/testing/src` and from `packages/testing/dist` alike. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Realm files with the origin that tokens and redirects name. */
export const realmFiles = (
  origin: string,
): { realmFile: string; demoFile: string; origin: string } => ({
  realmFile: join(ROOT, 'docker', 'keycloak', 'realm.json'),
  demoFile: join(ROOT, 'docker', 'keycloak', 'realm-demo.json'),
  origin,
});

/** Folder of the built web. */
export const WEB = join(ROOT, 'apps', 'web', 'dist', 'browser');
