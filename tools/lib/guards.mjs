import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildArguments } from './build.mjs';

const bin = (root, ...path) => join(root, 'node_modules', ...path);

function workspaces(root) {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );
}

function hasSource(root, folder, ext = '.ts') {
  const source = join(root, folder, 'src');
  if (!existsSync(source)) return false;
  return readdirSync(source, { recursive: true }).some((file) => String(file).endsWith(ext));
}

const jestProgram = (root) => ['--experimental-vm-modules', bin(root, 'jest', 'bin', 'jest.js')];

/** Build of everything; later steps import what it makes. */
export const buildStep = (root) => ({ name: 'build', args: buildArguments(root) });

/** One step of types for each workspace, its tests included; Angular's templates come with the build. */
export function typeSteps(root) {
  const tsc = bin(root, 'typescript', 'bin', 'tsc');
  return workspaces(root)
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')) && hasSource(root, folder))
    .map((folder) => ({ name: `types of ${folder}`, args: [tsc, '-p', folder, '--noEmit'] }));
}

/** Lint and the rules about files and arrows. */
export function styleSteps(root) {
  const cruiser = bin(root, 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const cruise = [cruiser, '--config', '.dependency-cruiser.cjs', 'apps', 'packages'];
  return [
    { name: 'lint', args: [bin(root, 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'] },
    { name: 'boundaries between packages', args: cruise },
    { name: 'dead code', args: [bin(root, 'knip', 'bin', 'knip.js')] },
    { name: 'formatting', args: [bin(root, 'prettier', 'bin', 'prettier.cjs'), '--check', '.'] },
  ];
}

/** Generated files must equal what the sources give. */
export function driftSteps(root) {
  const commandLine = join(root, 'apps', 'api', 'dist', 'enlace.js');
  const skip = existsSync(commandLine) ? undefined : 'the API is not built';
  return [
    { name: 'OpenAPI drift', args: [commandLine, 'openapi', '--check'], skip },
    { name: 'drawn state machines', args: [join(root, 'tools', 'state-machines.mjs'), '--check'] },
  ];
}

/** Unit and integration tests of Node's workspaces, and of the web where it is present. */
export function jestSteps(root, more = []) {
  const web = join(root, 'apps', 'web', 'jest.config.mjs');
  const webArgs = [...jestProgram(root), '--config', web, ...more];
  return [
    { name: 'unit and integration tests', jest: true, args: [...jestProgram(root), ...more] },
    existsSync(web)
      ? { name: 'web tests', jest: true, args: webArgs }
      : { name: 'web tests', skip: 'apps/web has no jest.config.mjs' },
  ];
}

/** Command line of the journeys; more patterns may follow. */
export const journeyProgram = (root) => [
  ...jestProgram(root),
  '--config',
  join(root, 'apps', 'e2e', 'jest.config.mjs'),
  '--runInBand',
];

/** The journeys in a real browser, in the languages named. */
export function journeySteps(root, languages) {
  const config = join(root, 'apps', 'e2e', 'jest.config.mjs');
  const name = `journeys in ${languages}`;
  if (!existsSync(config)) return [{ name, skip: 'apps/e2e has no jest.config.mjs' }];
  return [{ name, jest: true, args: journeyProgram(root), env: { E2E_LANGUAGES: languages } }];
}
