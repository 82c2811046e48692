import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from './options.mjs';
import { isPermissive, licenceList, licencesOf, licenceTexts, shippedSbom } from './sbom.mjs';
import { UserError } from './user-error.mjs';

/** `npm run sbom`: what Enlace is made of, for machines and for people, in `dist`. */
export async function run(root, args) {
  parse(args, {});
  const sbom = shippedSbom(root);
  const licences = licencesOf(sbom);
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(join(folder, 'licences.md'), licenceList(licences));
  const rule = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(join(folder, 'licence-texts.txt'), licenceTexts(root, licences).join(rule));
  const refused = licences.filter((one) => !isPermissive(one));
  if (refused.length > 0) {
    const told = refused.map(({ name, licence }) => `${name} (${licence || 'none named'})`);
    throw new UserError(`Not permissive: ${told.join(', ')}.`);
  }
  console.log(`SBOM ${join(folder, 'sbom.cdx.json')}: ${licences.length} packages of others`);
}
