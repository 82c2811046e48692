import { z } from 'zod';
import { earlierKeysConfig } from './audit.config.js';
import { TOPICS } from './config.js';
import { auditorConfig, ownerConfig } from './database.config.js';

const HEADS = {
  server: 'Server',
  database: 'Database',
  access: 'Sign-in',
  audit: 'Trace',
  mail: 'Mail',
  files: 'Files',
} as const satisfies Record<keyof typeof TOPICS, string>;

const COMMAND_LINE = z.object({
  ...ownerConfig.shape,
  ...auditorConfig.shape,
  ...earlierKeysConfig.shape,
});

type Row = readonly [string, string, string];

const HEADING: Row = ['variable', 'when left out', 'what it is'];

interface Described {
  readonly description?: string;
  readonly enum?: readonly string[];
}

/** What a variable is taken for when nobody sets it. */
function whenLeftOut(variable: z.ZodType): string {
  const { success, data } = variable.safeParse(undefined);
  if (!success) return 'required';
  return data === undefined ? 'off' : `\`${JSON.stringify(data).replaceAll('"', '')}\``;
}

/** Throws for a variable that nobody described. */
function rowsOf(schema: z.ZodObject): Row[] {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(schema.shape).map(([name, variable]) => {
    const { description, enum: values } = properties?.[name] as Described;
    if (!description) throw new Error(`The variable ${name} has no description.`);
    const what = values ? `${description}: ${values.join(', ')}` : description;
    return [`\`${name}\``, whenLeftOut(variable as z.ZodType), what];
  });
}

/** A table as prettier writes it. */
function tableOf(rows: readonly Row[]): string {
  const all = [HEADING, ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = all.map((row) => line(row.map((cell, at) => cell.padEnd(widths[at] ?? 0))));
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}

/** Every variable that the API and its command line read, as Markdown tables by topic. */
export function configurationTable(): string {
  const sections = (Object.keys(TOPICS) as (keyof typeof TOPICS)[]).map(
    (topic) => `### ${HEADS[topic]}\n\n${tableOf(rowsOf(TOPICS[topic]))}`,
  );
  return [...sections, `### Command line alone\n\n${tableOf(rowsOf(COMMAND_LINE))}`].join('\n\n');
}

const BEGIN = '<!-- written by `npm run enlace -- configuration --write` -->\n\n';
const END = '\n\n<!-- until here -->';

/** The operator's page with the tables as they should be. */
export function inOperations(page: string): string {
  const from = page.indexOf(BEGIN);
  const until = page.indexOf(END);
  if (from < 0 || until < 0) throw new Error('docs/operations.md has no place for the tables.');
  return page.slice(0, from + BEGIN.length) + configurationTable() + page.slice(until);
}
