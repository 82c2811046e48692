import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { importRequest, type ImportDryRun, type ImportRequest } from '@enlace/contract';
import { OBSERVATIONS, SOURCE_KINDS, UNITS } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { DryRunImport, ImportsRepository, StartImport } from '../imports/index.js';
import { CommandRefusal, commandActor, inApplication, type CommandActor } from './command-actor.js';
import { printDryRun, printStatus } from './import-print.js';

type Pairs = Readonly<Record<string, string>>;

interface ImportOptions extends CommandActor {
  readonly point: string;
  readonly unit: string;
  readonly observation: string;
  readonly source: string;
  readonly map: Pairs;
  readonly confirm: Pairs;
  readonly dryRun?: boolean;
}

function addPair(given: string, before: Pairs): Pairs {
  const at = given.indexOf('=');
  if (at < 1 || at === given.length - 1) throw new InvalidArgumentError('Write name=value.');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
}

async function pointId(app: INestApplicationContext, code: string): Promise<string> {
  const [point] = await app
    .get(Database)
    .query<{ id: string }>('select id from crossing_point where code = $1', [code]);
  if (!point) throw new CommandRefusal(`There is no crossing point ${code}.`);
  return point.id;
}

/** What the file proposes, with what the command line says instead. */
async function requestOf(
  app: INestApplicationContext,
  actor: ActingActor,
  file: string,
  options: ImportOptions,
): Promise<ImportRequest> {
  // npm changes the folder; a relative name is meant from where the command was typed.
  const path = resolve(process.env['INIT_CWD'] ?? '', file);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandRefusal(`${path} cannot be read.`, { cause: error });
  });
  const fileName = basename(file);
  const guessed = await app
    .get(DryRunImport, { strict: false })
    .execute(actor, { fileName, text, settings: null });
  return importRequest.parse({
    ...{ fileName, text },
    settings: {
      ...guessed.settings,
      crossingPoint: await pointId(app, options.point),
      ...{ unit: options.unit, observation: options.observation, sourceKind: options.source },
      nationalities: { ...guessed.settings.nationalities, ...options.map },
      confirmations: Object.entries(options.confirm).map(([rule, comment]) => ({ rule, comment })),
    },
  });
}

async function writeImport(
  app: INestApplicationContext,
  actor: ActingActor,
  input: ImportRequest,
): Promise<void> {
  const key = randomUUID();
  // A command is never sent twice: its key is its own.
  const request = { method: 'COMMAND', path: 'enlace import', key, bodyHash: key };
  const { id, ended } = await app
    .get(StartImport, { strict: false })
    .execute(actor, request, input);
  await ended;
  const status = await app.get(ImportsRepository, { strict: false }).status(actor, id);
  printStatus(status);
  if (status.state !== 'done') process.exitCode = 1;
}

function readyToWrite(run: ImportDryRun, options: ImportOptions): boolean {
  if (options.dryRun) return false;
  if (run.ready) return true;
  console.log('Nothing was written.');
  process.exitCode = 1;
  return false;
}

const importFile = (file: string, options: ImportOptions): Promise<void> =>
  inApplication(async (app) => {
    const actor = await commandActor(app, options, 'arrivals.import');
    const input = await requestOf(app, actor, file, options);
    const run = await app.get(DryRunImport, { strict: false }).execute(actor, input);
    printDryRun(run);
    if (readyToWrite(run, options)) await writeImport(app, actor, input);
  });

/** `enlace import`: the same dry run and the same import as the API's. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('Import a CSV file of arrivals')
    .argument('<file>', 'CSV, UTF-8')
    .requiredOption('--as <username>', 'the person who imports')
    .requiredOption('--for <alias>', 'the organization they act for')
    .requiredOption('--point <code>', 'the crossing point')
    .addOption(new Option('--unit <unit>').choices([...UNITS]).default('persons'))
    .addOption(new Option('--observation <kind>').choices([...OBSERVATIONS]).default('entry'))
    .addOption(new Option('--source <kind>').choices([...SOURCE_KINDS]).default('register'))
    .option('--map <code=nationality>', 'what a code of the source stands for; again', addPair, {})
    .option('--confirm <rule=comment>', 'a warning with its comment; again', addPair, {})
    .option('--dry-run', 'only say what would be written')
    .action(importFile);
}
