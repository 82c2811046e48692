import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { JobRunner } from '../jobs/index.js';
import { inApplication } from './command-actor.js';

const jobs = ({ onInput }: { onInput?: boolean }): Promise<void> =>
  inApplication(async (app) => {
    const runner = app.get(JobRunner, { strict: false });
    if (!onInput) {
      console.log(`jobs: ${await runner.strike()}`);
      return;
    }
    console.log('ready');
    for await (const line of createInterface({ input: process.stdin })) {
      if (line !== '') console.log(`jobs: ${await runner.strike()}`);
    }
  });

/** `enlace jobs`: lets the clock strike once and runs all that follows, beside the running system or without it. */
export function addJobs(program: Command): void {
  program
    .command('jobs')
    .description('Run the jobs that are due now')
    .option('--on-input', 'once for each line of the input, instead of once')
    .action(jobs);
}
