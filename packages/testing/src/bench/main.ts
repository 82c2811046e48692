/**
 * `npm run bench [-- --reports N]`: what the product's hot reads and writes cost beside a bare server that
 * answers the same rows in the same run. Ratios are printed and written as JSON; no time is asserted,
 * since machines differ: it fails only where the two do not answer the same.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { withClient } from '@enlace/dev-postgres';
import type { Client } from 'pg';
import { onTestSystem } from '../on-test-system.js';
import type { TestSystem } from '../system.js';
import { Bare } from './bare.js';
import { fillCommitments, fillPractices } from './fill-follow-up.js';
import { fillReports } from './fill-reports.js';
import { followUpReadings } from './follow-up-readings.js';
import { measure, type Figure } from './measure.js';
import { reportReadings } from './report-readings.js';

const { values: options } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    commitments: { type: 'string', default: '100000' },
    practices: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

const lineOf = ({ name, goal, ratio, product, bare }: Figure): string =>
  [
    name.padEnd(20),
    `ratio ${ratio.toFixed(2)} (goal ${goal})`,
    `${product.requestsPerSecond.toFixed(1)}/s, median ${product.median} ms, slowest ${product.slowest} ms`,
    `bare ${bare.requestsPerSecond.toFixed(1)}/s, median ${bare.median} ms`,
  ].join('  ');

async function filled(
  database: Client,
  what: string,
  asked: string,
  fill: (database: Client, rows: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  await fill(database, Number(asked));
  console.log(`${asked} ${what} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** Fills the system, then measures what is asked for. */
async function bench(system: TestSystem): Promise<Figure[]> {
  return withClient(system.urls.owner, async (database) => {
    await filled(database, 'reports of 30 cells', options.reports, fillReports);
    await filled(database, 'commitments', options.commitments, fillCommitments);
    await filled(database, 'practices', options.practices, fillPractices);
    const all = [...(await reportReadings(database)), ...(await followUpReadings(database))];
    const bare = await Bare.start(system.urls.owner);
    const figures: Figure[] = [];
    for (const reading of all.filter(({ name }) => name.startsWith(options.only))) {
      const figure = await measure(system, bare, reading, Number(options.seconds));
      figures.push(figure);
      console.log(lineOf(figure));
    }
    await bare.stop();
    return figures;
  });
}

const figures = await onTestSystem('people', bench);
if (options.json !== undefined) {
  const told = { reports: Number(options.reports), figures };
  await writeFile(options.json, JSON.stringify(told, null, 2));
}
