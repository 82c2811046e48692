import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { runQuietly } from './children.mjs';
import { step } from './step.mjs';
import { UserError } from './user-error.mjs';

/** The version that everything here was tried with. */
export const KEYCLOAK_VERSION = '26.7.5';
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
const OLDEST_JAVA = 17;
/** What is chosen when Keycloak is built; a start with other choices would build it anew. */
const BUILD = ['build', '--db=dev-mem', '--health-enabled=true'];

/** The product's own, so that the sign-in page looks like it. */
const FONTS = [
  'ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
];

const cacheOf = (root) => join(root, '.cache', 'keycloak');
const homeOf = (root) => join(cacheOf(root), `keycloak-${KEYCLOAK_VERSION}`);
const isBuilt = (root) => existsSync(join(homeOf(root), 'enlace-built'));

const javaProgram = () =>
  process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

/** Why Keycloak cannot run here, as one sentence; undefined where it can. */
export function whyNoJava() {
  const found = spawnSync(javaProgram(), ['-version'], { encoding: 'utf8' });
  const wish = `Keycloak needs Java ${OLDEST_JAVA} or newer: install it, or name it in JAVA_HOME.`;
  if (found.error || found.status !== 0) return `There is no Java here. ${wish}`;
  const version = /version "(?:1\.)?(\d+)/.exec(`${found.stderr}${found.stdout}`)?.[1];
  if (Number(version) < OLDEST_JAVA) return `The Java here is ${version}. ${wish}`;
  return undefined;
}

/** Keycloak's settings also come from variables of the environment, which would override ours silently. */
export function plainEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('KC_'));
  return { JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx768m', ...Object.fromEntries(kept) };
}

/** Why Keycloak cannot be had or run here, as one sentence; undefined where it can. */
export function whyNoKeycloak(root) {
  const lacking = whyNoJava();
  if (lacking || existsSync(homeOf(root))) return lacking;
  const shell = process.platform === 'win32';
  for (const [program, use] of [
    ['mvn', 'fetch'],
    ['unzip', 'unpack'],
  ]) {
    const { error, status } = spawnSync(program, ['-v'], { shell });
    if (error || status !== 0) {
      return `To ${use} Keycloak, "${program}" is needed and not here: install it.`;
    }
  }
  return undefined;
}

async function fetchKeycloak(root) {
  const cache = cacheOf(root);
  const fresh = join(cache, `fresh-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    await step(`Fetching Keycloak ${KEYCLOAK_VERSION} (174 MB, once)`, () =>
      runQuietly(
        'mvn',
        ['-q', '-B', 'dependency:copy', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${fresh}`],
        { cwd: fresh, env: process.env, shell: process.platform === 'win32' },
        `Keycloak ${KEYCLOAK_VERSION} could not be fetched; Maven says:`,
      ),
    );
    const zip = join(fresh, `keycloak-quarkus-dist-${KEYCLOAK_VERSION}.zip`);
    await step('Unpacking Keycloak', () =>
      runQuietly('unzip', ['-q', zip, '-d', fresh], {}, 'Keycloak could not be unpacked:'),
    );
    // Whole or not at all: a fetch that was broken off leaves nothing that looks finished.
    renameSync(join(fresh, `keycloak-${KEYCLOAK_VERSION}`), homeOf(root));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const script = (root) =>
  join(homeOf(root), 'bin', process.platform === 'win32' ? 'kc.bat' : 'kc.sh');

/** Fetches, unpacks and builds Keycloak where that was not done before. */
export async function prepareKeycloak(root) {
  const lacking = whyNoKeycloak(root);
  if (lacking) throw new UserError(lacking);
  if (!existsSync(homeOf(root))) await fetchKeycloak(root);
  if (isBuilt(root)) return;
  await step('Building Keycloak (once)', () =>
    runQuietly(script(root), BUILD, { env: plainEnvironment() }, 'Keycloak could not be built:'),
  );
  writeFileSync(join(homeOf(root), 'enlace-built'), '');
}

/** Lays out what one running Keycloak has of its own: its realm, the themes and its settings. */
function layOut(root, folder, realm) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'data', 'import'), { recursive: true });
  writeFileSync(join(folder, 'data', 'import', 'enlace-realm.json'), JSON.stringify(realm), {
    mode: 0o600,
  });
  cpSync(join(root, 'docker', 'keycloak', 'themes'), join(folder, 'themes'), { recursive: true });
  for (const font of FONTS) {
    const file = join(root, 'node_modules', '@fontsource-variable', font);
    cpSync(file, join(folder, 'themes', 'enlace', 'login', 'resources', 'fonts', basename(font)));
  }
  cpSync(join(homeOf(root), 'conf'), join(folder, 'conf'), { recursive: true });
  for (const shared of ['lib', 'providers']) {
    symlinkSync(join(homeOf(root), shared), join(folder, shared), 'junction');
  }
}

/**
 * Starts a prepared Keycloak on 127.0.0.1 as a group of its own; `address` is what browsers see. Its
 * data is in memory: each start begins with the realm as given.
 */
export function spawnKeycloak(root, { folder, realm, address, port, management, admin }) {
  layOut(root, folder, realm);
  const args = [
    `-Dkc.home.dir=${folder}`,
    `-Djboss.server.config.dir=${join(folder, 'conf')}`,
    'start',
    '--optimized',
    '--import-realm',
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    `--http-management-port=${management}`,
    `--hostname=${address}`,
    '--cache=local',
  ];
  return spawn(script(root), args, {
    detached: process.platform !== 'win32',
    env: {
      ...plainEnvironment(),
      KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
      KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
