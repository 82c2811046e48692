import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmProgram } from './install.mjs';

/** What runs: everything else serves to build and to test. */
const SHIPPED = ['apps/api', 'apps/web', 'packages/contract', 'packages/domain'];
/** Needed for the build alone as programs, but icons and map end up in what browsers get. */
const BUILT_IN = ['@material-symbols/svg-400', 'world-atlas'];

/** npm names a workspace after its folder, but its reference after the package. */
const nameOf = ({ 'bom-ref': ref }) => ref.slice(0, ref.lastIndexOf('@'));

function sbomOf(root) {
  const [program, first] = npmProgram();
  const args = [...first, 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    shell: first.length === 0 && process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
  return JSON.parse(stdout);
}

/** What the workspaces that are shipped name themselves, by workspace. */
export function declared(root) {
  return new Map(
    SHIPPED.map((folder) => {
      const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
      const { name, dependencies = {}, devDependencies = {} } = JSON.parse(text);
      const built = BUILT_IN.filter((one) => one in devDependencies);
      return [name, [...Object.keys(dependencies), ...built]];
    }),
  );
}

/**
 * The bill of materials (CycloneDX) of what runs in the API and reaches browsers. npm's own
 * `--omit=dev` leaves out what is needed for tests as well, so all is asked for and followed from here.
 */
export function shippedSbom(root) {
  const whole = sbomOf(root);
  const byRef = new Map(whole.components.map((one) => [one['bom-ref'], one]));
  const own = declared(root);
  const edges = new Map(
    whole.dependencies.map(({ ref, dependsOn }) => {
      const wanted = byRef.has(ref) ? own.get(nameOf(byRef.get(ref))) : undefined;
      const kept = dependsOn.filter((to) => !wanted || wanted.includes(nameOf(byRef.get(to))));
      return [ref, kept];
    }),
  );
  const reached = new Set();
  const open = [...byRef].filter(([, one]) => own.has(nameOf(one))).map(([ref]) => ref);
  while (open.length > 0) {
    const ref = open.pop();
    if (reached.has(ref)) continue;
    reached.add(ref);
    open.push(...(edges.get(ref) ?? []));
  }
  const dependencies = [...reached].map((ref) => ({ ref, dependsOn: edges.get(ref) ?? [] }));
  const components = whole.components
    .filter((one) => reached.has(one['bom-ref']))
    .map((one) => ({ ...one, name: nameOf(one) }));
  const component = { ...whole.metadata.component, name: nameOf(whole.metadata.component) };
  return { ...whole, metadata: { ...whole.metadata, component }, components, dependencies };
}

/** Name, version and licence of each component that is not our own. */
export function licencesOf({ components }) {
  return components
    .filter((one) => !nameOf(one).startsWith('@enlace/'))
    .map((one) => ({
      name: nameOf(one),
      version: one.version,
      licence: (one.licenses ?? [])
        .map(({ license, expression }) => expression ?? license.id ?? license.name)
        .join(' AND '),
    }));
}

/** Licences that ask for no more than their text and a notice. */
const PERMISSIVE = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'Python-2.0', 'Unlicense'],
]);

/** Others that are permissive for what they cover; NOTICE.md names whom they ask to name. */
const EXCEPTIONS = new Map([
  ['@fontsource-variable/ibm-plex-sans', ['OFL-1.1']],
  ['@fontsource-variable/source-serif-4', ['OFL-1.1']],
  ['date-holidays', ['CC-BY-3.0']],
]);

/** Whether everything that a licence's expression asks for is permissive; of alternatives one is enough. */
export function isPermissive({ name, licence }) {
  const allowed = EXCEPTIONS.get(name) ?? [];
  const plain = licence.replace(/^\((.*)\)$/, '$1').trim();
  if (plain === '' || /[()]/.test(plain)) return false;
  const isOne = (id) => PERMISSIVE.has(id.trim()) || allowed.includes(id.trim());
  return plain.includes(' OR ')
    ? plain.split(' OR ').some((part) => part.split(' AND ').every(isOne))
    : plain.split(' AND ').every(isOne);
}

/** The list for people, the packages of one licence together. */
export function licenceList(licences) {
  const groups = Map.groupBy(licences, ({ licence }) => licence);
  const sections = [...groups].sort().map(([licence, packages]) => {
    const names = packages.map(({ name, version }) => `- ${name} ${version}`).sort();
    return `## ${licence}\n\n${[...new Set(names)].join('\n')}\n`;
  });
  return ['# Licences of what Enlace is made of\n', ...sections].join('\n');
}

/** Texts of the licences as the packages bring them, one after the other. */
export function licenceTexts(root, licences) {
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE-MIT'];
  return licences.flatMap(({ name, version }) => {
    const folder = join(root, 'node_modules', name);
    const file = names.map((one) => join(folder, one)).find((path) => existsSync(path));
    return file ? [`${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`] : [];
  });
}
