import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../paths.js';

const FOLDER = join(ROOT, 'packages', 'testing', 'src', 'prove', 'contract');
/** Below no node_modules, which the installation makes anew. */
const PLACE = join(ROOT, '.cache', 'schemathesis');
const PROGRAM = join(PLACE, 'bin', 'schemathesis');

/** What is looked at in every answer. What is left out, and why, is in the proof's own description. */
const CHECKS = [
  ...['not_a_server_error', 'ignored_auth', 'use_after_free', 'status_code_conformance'],
  ...['content_type_conformance', 'response_schema_conformance', 'response_headers_conformance'],
];

/** Its own report, as far as it is read here. */
const report = z.object({
  exit_code: z.int(),
  test_cases: z.object({ generated: z.int() }),
  failures: z.array(
    z.object({ title: z.string(), count: z.int(), operations: z.array(z.string()) }),
  ),
  errors: z.array(z.unknown()),
});

/** What one role's run came to. */
export interface Outcome {
  readonly generated: number;
  /** `title: operation`, one for each. */
  readonly faults: readonly string[];
}

/** How much, by whom, with which beginning. */
export interface Tried {
  readonly role: string;
  readonly seed: number;
  /** Its own, comma-separated. */
  readonly phases: string;
  /** Made-up calls of each operation. */
  readonly examples: number;
  readonly origin: string;
  readonly document: string;
  /** File that describes the system to the hooks. */
  readonly scene: string;
  /** Folder for what it writes. */
  readonly folder: string;
}

/** Installs it where this version is not yet; null, or why it cannot be had here. */
export function prepareSchemathesis(): string | null {
  if (!existsSync(PROGRAM)) {
    const made = spawnSync('python3', ['-m', 'venv', PLACE], { encoding: 'utf8' });
    if (made.status !== 0) return 'no Python that makes environments';
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
  const wanted = ['--timeout', '20', '-r', join(FOLDER, 'requirements.txt')];
  const got = spawnSync(join(PLACE, 'bin', 'python'), [...pip, ...wanted], { encoding: 'utf8' });
  return got.status === 0 ? null : `schemathesis cannot be installed: ${got.stderr.slice(-300)}`;
}

/** Lets one role try every operation of the document; the calls are appended to `calls.log` of the folder. */
export async function tryAs(tried: Tried): Promise<Outcome> {
  const { role, seed, phases, examples, origin, document, scene, folder } = tried;
  const written = join(folder, `${role}.json`);
  const args = [
    ...['run', document, '--url', origin],
    ...['--phases', phases, '--max-examples', String(examples)],
    ...['--seed', String(seed), '--workers', '2', '--checks', CHECKS.join(',')],
    ...['--continue-on-failure', '--suppress-health-check', 'all'],
    ...['--report', 'json', '--report-json-path', written],
  ];
  const env = {
    ...process.env,
    ...{ SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: '1' },
    ...{ CONTRACT_SCENE: scene, CONTRACT_ROLE: role, CONTRACT_SEED: String(seed) },
    CONTRACT_CALLS: join(folder, 'calls.log'),
  };
  const output = await run(args, { cwd: folder, env });
  const parsed = report.safeParse(JSON.parse(await readFile(written, 'utf8').catch(() => 'null')));
  if (!parsed.success) throw new Error(`schemathesis as ${role} failed:\n${output.slice(-3000)}`);
  const { failures, errors, exit_code: code, test_cases: cases } = parsed.data;
  const isUntold = code !== 0 && failures.length + errors.length === 0;
  if (code !== 0) console.log(output);
  return {
    generated: cases.generated,
    faults: [
      ...(isUntold ? [`ended with ${code} without a failure`] : []),
      ...failures.flatMap(({ title, operations }) => operations.map((one) => `${title}: ${one}`)),
      ...errors.map((error) => `not tried: ${JSON.stringify(error).slice(0, 300)}`),
    ],
  };
}

function run(args: readonly string[], options: { cwd: string; env: object }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, { cwd: options.cwd, env: { ...options.env } });
    // It does not go on without the system that it tries.
    const end = (): void => {
      child.kill();
    };
    process.once('exit', end);
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('exit', () => {
      process.off('exit', end);
      resolve(output);
    });
  });
}
