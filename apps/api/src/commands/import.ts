import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { importRequest, type ImportDryRun, type ImportRequest } from '@enlace/contract';
import {
  AGE_BANDS,
  OBSERVATIONS,
  SEXES,
  SOURCE_KINDS,
  TOTAL,
  UNITS,
  type ImportColumn,
} from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { DryRunImport, ImportsRepository, StartImport } from '../imports/index.js';
import { CommandRefusal, commandActor, inApplication, type CommandActor } from './command-actor.js';
import { printDryRun, printStatus } from './import-print.js';

const SEX_CHOICES = [...SEXES, TOTAL];
const AGE_CHOICES = [...AGE_BANDS, TOTAL];
/** Columns by what the command line calls them. */
const COLUMNS: Readonly<Record<string, ImportColumn>> = {
  ...{ period: 'period', nationality: 'nationality', count: 'count', sex: 'sex', age: 'ageBand' },
};

type Pairs = Readonly<Record<string, string>>;

interface ImportOptions extends CommandActor {
  readonly point: string;
  readonly unit: string;
  readonly observation: string;
  readonly source: string;
  readonly map: Pairs;
  readonly mapSex: Pairs;
  readonly mapAge: Pairs;
  readonly column: Pairs;
  readonly yearly: readonly string[];
  readonly confirm: Pairs;
  readonly dryRun?: boolean;
}

function addPair(given: string, before: Pairs): Pairs {
  const at = given.indexOf('=');
  if (at < 1 || at === given.length - 1) throw new InvalidArgumentError('Write name=value.');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
}

function addColumn(given: string, before: Pairs): Pairs {
  const added = addPair(given, before);
  const unknown = Object.keys(added).find((name) => !(name in COLUMNS));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`Name one of: ${Object.keys(COLUMNS).join(', ')}.`);
  }
  return added;
}

/** A choice that the person's own code may stand for; checked here, where the option can be named. */
const addCode =
  (choices: readonly string[]) =>
  (given: string, before: Pairs): Pairs => {
    const added = addPair(given, before);
    if (Object.values(added).some((meant) => !choices.includes(meant))) {
      throw new InvalidArgumentError(`After = write one of: ${choices.join(', ')}.`);
    }
    return added;
  };

function addYear(given: string, before: readonly string[]): readonly string[] {
  if (!/^\d{4}$/.test(given)) throw new InvalidArgumentError('Write a year, such as 2019.');
  return [...before, given];
}

async function pointId(app: INestApplicationContext, code: string): Promise<string> {
  const [point] = await app
    .get(Database)
    .query<{ id: string }>('select id from crossing_point where code = $1', [code]);
  if (!point) throw new CommandRefusal(`There is no crossing point ${code}.`);
  return point.id;
}

const columnsOf = (given: Pairs): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, heading]) => [COLUMNS[name] ?? name, heading]),
  );

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
      columns: { ...guessed.settings.columns, ...columnsOf(options.column) },
      yearlyPeriods: [...new Set([...guessed.settings.yearlyPeriods, ...options.yearly])],
      nationalities: { ...guessed.settings.nationalities, ...options.map },
      sexes: { ...guessed.settings.sexes, ...options.mapSex },
      ageBands: { ...guessed.settings.ageBands, ...options.mapAge },
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
    .option(
      '--column <what=heading>',
      `the heading of ${Object.keys(COLUMNS).join(', ')}; again`,
      addColumn,
      {},
    )
    .option(
      '--yearly <year>',
      'a year whose rows, dated January, are its totals; again',
      addYear,
      [],
    )
    .option(
      '--map <code=nationality>',
      'what a nationality code of the source stands for; again',
      addPair,
      {},
    )
    .option(
      '--map-sex <code=sex>',
      `what a sex code stands for: ${SEX_CHOICES.join(', ')}; again`,
      addCode(SEX_CHOICES),
      {},
    )
    .option(
      '--map-age <code=band>',
      `what an age band stands for: ${AGE_CHOICES.join(', ')}; again`,
      addCode(AGE_CHOICES),
      {},
    )
    .option('--confirm <rule=comment>', 'a warning with its comment; again', addPair, {})
    .option('--dry-run', 'only say what would be written')
    .action(importFile);
}
