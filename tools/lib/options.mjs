import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './user-error.mjs';

/** Options that name a running system: its port and data folder. */
export const SYSTEM_OPTIONS = { port: { type: 'string' }, data: { type: 'string' } };

/** Parses a command line; an unknown option is one sentence, not a stack. */
export function parse(args, options, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    throw new UserError(error.message);
  }
}

/** Port and data folder of the system that the values name. */
export function systemOf(root, values) {
  const port = Number(values.port ?? process.env.ENLACE_PORT ?? 4400);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(`--port must be a number from 1 to 65535, not "${values.port}".`);
  }
  const data = resolve(values.data ?? process.env.ENLACE_DATA ?? resolve(root, '.data'));
  return { port, data, origin: `http://localhost:${port}` };
}
