/**
 * `npm run bench [-- --reports N]`: what the product's hot reads and writes cost beside a bare server that
 * answers the same rows in the same run. Ratios are printed and written as JSON; no time is asserted,
 * since machines differ: it fails only where the two do not answer the same.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startTestSystem } from '../system.js';
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
    only: { type: 'string' },
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
  what: string,
  asked: string,
  fill: (database: Client, rows: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  await fill(database, Number(asked));
  console.log(`${asked} ${what} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

const system = await startTestSystem('people');
const database = new Client({ connectionString: system.urls.owner });
await database.connect();
const bare = await Bare.start(system.urls.owner);
try {
  await filled('reports of 30 cells', options.reports, fillReports);
  await filled('commitments', options.commitments, fillCommitments);
  await filled('practices', options.practices, fillPractices);
  const all = [...(await reportReadings(database)), ...(await followUpReadings(database))];
  const readings = all.filter(
    ({ name }) => options.only === undefined || name.startsWith(options.only),
  );
  const figures: Figure[] = [];
  for (const reading of readings) {
    const figure = await measure(system, bare, reading, Number(options.seconds));
    figures.push(figure);
    console.log(lineOf(figure));
  }
  if (options.json !== undefined) {
    await writeFile(
      options.json,
      JSON.stringify({ reports: Number(options.reports), figures }, null, 2),
    );
  }
} finally {
  await bare.stop();
  await database.end();
  await system.stop();
}
