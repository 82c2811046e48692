import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApi, type TestApi } from '../app.harness.js';
import { Database } from '../database/index.js';
import { portalActor } from './job-actor.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';

let api: TestApi;
let database: Database;
let queue: JobQueue;
let runner: JobRunner;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(Database);
  queue = api.app.get(JobQueue);
  runner = api.app.get(JobRunner);
}, 60_000);

afterAll(async () => {
  await api.close();
});

/** Enqueues jobs of organizations that do not exist: their handlers find nothing to do. */
async function enqueue(ids: readonly string[], fail = false): Promise<void> {
  await database.write(await portalActor(database), async (tx) => {
    for (const organizationId of ids) {
      await queue.enqueue(tx, 'digests.open', { organizationId }, organizationId);
    }
    if (fail) throw new Error('The write fails after all.');
  });
}

test('a job exists when its write does, and not otherwise', async () => {
  await expect(enqueue([randomUUID()], true)).rejects.toThrow('after all');
  expect(await runner.drain()).toBe(0);
  await enqueue([randomUUID()]);
  expect(await runner.drain()).toBe(1);
});

test('what is asked for twice before it began runs once', async () => {
  const id = randomUUID();
  await enqueue([id]);
  await enqueue([id]);
  expect(await runner.drain()).toBe(1);
});

test('several that take jobs at once run none twice', async () => {
  await enqueue(Array.from({ length: 60 }, () => randomUUID()));
  const ran = await Promise.all([runner.drain(), runner.drain(), runner.drain()]);
  expect(ran.reduce((sum, one) => sum + one, 0)).toBe(60);
});

test('a job of a process that died is given to another', async () => {
  const boss = await queue.open();
  await enqueue([randomUUID()]);
  const [taken] = await boss.fetch('digests.open');
  expect(taken).toBeDefined();
  expect(await runner.drain()).toBe(0);
  const owner = new Client({ connectionString: api.urls.owner });
  await owner.connect();
  await owner.query(
    `update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'`,
  );
  await boss.supervise();
  await owner.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  await owner.end();
  expect(await runner.drain()).toBe(1);
});

test('a payload holds ids and nothing else', async () => {
  const payload = { organizationId: randomUUID(), reason: 'A text' };
  await expect(
    database.write(await portalActor(database), (tx) =>
      queue.enqueue(tx, 'digests.open', payload, 'key'),
    ),
  ).rejects.toThrow(/reason/);
});

test('the application uses the queue and does not own it', async () => {
  await expect(database.query('create table pgboss.more (id int)')).rejects.toThrow(/permission/);
});
