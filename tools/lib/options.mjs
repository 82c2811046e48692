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
    const [sentence] = error.message.split('. ');
    throw new UserError(`${sentence.replace(/\.$/, '')}; --help tells what can be given.`);
  }
}

/** The port that an option or a variable names. */
export function portOf(name, given) {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65535) {
    throw new UserError(`${name} must be a number from 1 to 65535, not "${given}".`);
  }
  return port;
}

/** Port and data folder of the system that the values name. */
export function systemOf(root, values) {
  // An empty variable is as good as none.
  const given = values.port ?? (process.env.ENLACE_PORT || '4400');
  const port = portOf(values.port === undefined ? 'ENLACE_PORT' : '--port', given);
  if (values.data === '') throw new UserError('--data must name a folder.');
  const data = resolve(values.data ?? (process.env.ENLACE_DATA || resolve(root, '.data')));
  return { port, data, origin: `http://localhost:${port}` };
}
