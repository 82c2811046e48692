import { readFileSync } from 'node:fs';
import { realmFiles } from './system.mjs';

/**
 * The realm to import: `realm.json` with `realm-demo.json` merged in and the places filled in, nothing
 * else. The demo asks nobody for one-time passwords unless it is told to.
 */
export function demoRealm(root, origin, oneTimePasswords) {
  const { realmFile, demoFile } = realmFiles(root, origin);
  const places = {
    '${ENLACE_ORIGIN}': origin,
    '${ENLACE_ONE_TIME_PASSWORD:CONDITIONAL}': oneTimePasswords ? 'CONDITIONAL' : 'DISABLED',
  };
  const read = (file) =>
    JSON.parse(
      Object.entries(places).reduce(
        (text, [place, value]) => text.replaceAll(place, value),
        readFileSync(file, 'utf8'),
      ),
    );
  const realm = read(realmFile);
  const demo = read(demoFile);
  return { ...realm, ...demo, components: { ...realm.components, ...demo.components } };
}
