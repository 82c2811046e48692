import type { Command } from 'commander';
import { ClearReports } from '../arrivals/index.js';
import { commandActor, inApplication, type CommandActor } from './command-actor.js';

const clear = (options: CommandActor): Promise<void> =>
  inApplication(async (app) => {
    const actor = await commandActor(app, options, 'arrivals.clear');
    const reports = app.get(ClearReports, { strict: false });
    const ids = await reports.clearable(actor);
    const { cleared } =
      ids.length > 0 ? await reports.executeMany(actor, ids) : { cleared: ids.length };
    console.log(`cleared: ${cleared} reports`);
  });

/** `enlace clear`: clears what its person did not write, as the API does, all or none. */
export function addClear(program: Command): void {
  program
    .command('clear')
    .description('Clear the submitted reports of a State')
    .requiredOption('--as <username>', 'the person who clears')
    .requiredOption('--for <alias>', 'the organization they act for')
    .requiredOption('--all', 'every submitted report that the person did not write')
    .action(clear);
}
