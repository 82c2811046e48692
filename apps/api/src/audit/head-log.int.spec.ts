import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type LoggerService } from '@nestjs/common';
import { withClient } from '@enlace/dev-postgres';
import type { Actor } from '../access/index.js';
import { startTestApi, type TestApi } from '../app.harness.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Audit } from './audit.js';
import { HeadLog } from './head-log.js';
import { readHeads, type ChainHead } from './verify-chains.js';

const HOUR = 3_600_000;

let api: TestApi;
let database: Database;
let actor: Actor;
let heads: HeadLog;
let audit: Audit;
let logged: unknown[];

/** Where Nest's loggers write to, as an operator's log would show it. */
const sink: LoggerService = {
  log: (message: unknown, context?: unknown) => {
    if (context === 'AuditHead') logged.push(message);
  },
  warn: (message: unknown, ...more: unknown[]) => {
    if (more.includes('AuditHead')) logged.push(message);
  },
  error: () => undefined,
};

const headOf = async (organizationId: string): Promise<ChainHead | undefined> =>
  (await withClient(api.urls.auditor, readHeads)).find(
    (head) => head.organizationId === organizationId,
  );

/** One write transaction with one entry, which `end` may hold open or break. */
const write = (end: () => Promise<void> = () => Promise.resolve()): Promise<void> =>
  database.write(actor, async (tx) => {
    await audit.append(tx, actor, { action: 'arrivals.send', record: 'test', recordId: null });
    await end();
  });

/** Time in which the log's few round trips would be done, where it must not show anything. */
const settle = (): Promise<void> => sleep(300);

/** Waits until the log shows this many heads, and whether it shows more. */
async function shown(count: number): Promise<void> {
  for (let tries = 0; logged.length < count && tries < 250; tries += 1) await sleep(20);
  await settle();
  expect(logged).toHaveLength(count);
}

/** Lets time pass for timers; what becomes due then still has to ask the database. */
async function pass(milliseconds: number, count: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await shown(count);
}

beforeAll(async () => {
  api = await startTestApi();
  api.app.useLogger(sink);
  database = api.app.get(Database);
  const [row] = await withClient(api.urls.owner, async (client) => {
    const found = await client.query<{ id: string; state: number; zone: string }>(
      `select id, state_id as state, time_zone as zone from organization where alias = 'pa-snm'`,
    );
    return found.rows;
  });
  actor = {
    personId: null,
    organization: {
      ...{ id: row!.id, alias: 'pa-snm', kind: 'state', stateId: row!.state },
      ...{ stateCode: 'PAN', timeZone: row!.zone },
    },
    ...{ functions: [], readers: [], firewall: [], seatPoints: null },
    ...{ language: 'es', requestId: 'head-log' },
  };
  // The chain's first entry: its head's row is there from now on.
  audit = new Audit(api.app.get(Config));
  await write();
}, 60_000);

afterAll(async () => {
  Logger.overrideLogger(false);
  await api.close();
});

beforeEach(() => {
  logged = [];
  heads = new HeadLog(database);
  audit = new Audit(api.app.get(Config), heads);
});

afterEach(() => {
  heads.beforeApplicationShutdown();
  jest.useRealTimers();
});

describe('the application', () => {
  it('logs the head of a chain that a request made grow', async () => {
    const names = { es: 'Grupo', en: 'Group', pt: 'Grupo', fr: 'Groupe' };
    const answer = await api.request('/api/v1/sharing-groups', {
      ...{ as: 'fp.co', method: 'POST', headers: { 'idempotency-key': 'head-log-1' } },
      body: { alias: 'head-log', names, members: [actor.organization!.id] },
    });
    expect(answer.status).toBe(201);
    await shown(1);
    const { organizationId } = logged[0] as ChainHead;
    expect(logged).toEqual([await headOf(organizationId)]);
  });
});

describe('the log of heads', () => {
  beforeEach(() => {
    // The hour passes at once; sockets and promises go on as they are.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });

  it('shows the head after the commit, once for many entries', async () => {
    await write();
    await write();
    await write();
    expect(logged).toEqual([]);
    await pass(1_000, 1);
    expect(logged).toEqual([await headOf(actor.organization!.id)]);
  });

  it('shows the next head after an hour, and none in an hour without entries', async () => {
    await write();
    await pass(1_000, 1);
    const first = await headOf(actor.organization!.id);
    await write();
    await write();
    await pass(HOUR - 2_000, 1);
    expect(logged).toEqual([first]);
    await pass(2_000, 2);
    expect(logged).toEqual([first, await headOf(actor.organization!.id)]);
    await pass(3 * HOUR, 2);
  });

  it('waits for a transaction that has not committed when the head is due', async () => {
    const before = await headOf(actor.organization!.id);
    let finish: () => void = () => undefined;
    const open = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const writing = write(() => open);
    await settle();
    await pass(1_000, 0);
    finish();
    await writing;
    await shown(1);
    expect(logged).toEqual([
      { ...before, sequence: before!.sequence + 1, hash: expect.any(String) },
    ]);
    expect(logged).toEqual([await headOf(actor.organization!.id)]);
  });

  it('never shows an entry that was rolled back', async () => {
    const before = await headOf(actor.organization!.id);
    await expect(write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await pass(1_000, 1);
    expect(logged).toEqual([before]);
  });
});
