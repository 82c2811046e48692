import { afterAll, beforeAll, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startTestApi, type TestAnswer, type TestApi, type TestRequest } from '../app.harness.js';

/** Where reports live. */
export const REPORTS = '/api/v1/arrivals/reports';
/** A reason as reopening, returning and retracting need it. */
export const REASON = { reason: 'A late page of the register' };

/** The application, the owner's connection and crossing points, from `beforeAll` on. */
export let api: TestApi;
export let owner: Client;
export let points: { panama: string; otherOfPanama: string; colombia: string };

const pointOf = async (state: string, at = 0): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from crossing_point p join state s on s.id = p.state_id
      where s.code = $1 and p.kind <> 'whole-border' order by p.code`,
    [state],
  );
  return rows[at]!.id;
};

/** Starts the application for the specs of one file. */
export function useArrivals(): void {
  beforeAll(async () => {
    api = await startTestApi();
    owner = new Client({ connectionString: api.urls.owner });
    await owner.connect();
    points = {
      panama: await pointOf('PAN'),
      otherOfPanama: await pointOf('PAN', 1),
      colombia: await pointOf('COL'),
    };
  }, 60_000);

  afterAll(async () => {
    await owner.end();
    await api.close();
  });
}

/** What a report is about. */
export const keyOf = (period: string, crossingPoint = points.panama): Record<string, string> => ({
  ...{ crossingPoint, period, unit: 'persons', observation: 'entry', sourceKind: 'register' },
});

/** A whole draft that breaks no rule. */
export const CONTENT = {
  direction: 'northbound',
  coverage: 'full',
  coveragePercent: null,
  sampleSize: null,
  method: null,
  confidence: null,
  finality: 'final',
  nil: false,
  registerTotal: null,
  note: null,
  counts: [{ nationality: 'IND', value: 40 }],
  cells: [
    { nationality: 'CMR', sex: 'female', ageBand: '18-59', value: 90 },
    { nationality: 'CMR', sex: 'male', ageBand: '18-59', value: 30 },
    { nationality: 'NPL', sex: 'male', ageBand: '18-59', value: 7 },
  ],
  indicators: [{ indicator: 'asylum-intended', nationality: null, value: 12 }],
};

/** A request that writes, with its version or idempotency key. */
export const write = (
  path: string,
  as: string,
  {
    etag,
    key,
    method = 'POST',
    body,
  }: Partial<Record<'etag' | 'key' | 'method', string>> & {
    body?: unknown;
  },
): Promise<TestAnswer> => {
  const headers: Record<string, string> = {};
  if (etag !== undefined) headers['if-match'] = `"${etag}"`;
  if (key !== undefined) headers['idempotency-key'] = key;
  const request: TestRequest = { as, method, headers };
  return api.request(path, body === undefined ? request : { ...request, body });
};

/** Begins a report of Panama's first crossing point. */
export const create = (period: string, key: string = randomUUID()): Promise<TestAnswer> =>
  write(REPORTS, 'fp.pa', { key, body: keyOf(period) });

/** The version that a write answered with. */
export const etagOf = ({ body }: TestAnswer): string => String(body['etag']);
/** Pointer and rule of every fault. */
export const rulesOf = ({ body }: TestAnswer): string[] =>
  ((body['errors'] ?? []) as { pointer: string; rule: string }[]).map(
    ({ pointer, rule }) => `${pointer} ${rule}`,
  );

/** Enters and sends a report with the figures above; answers its id and ETag. */
export async function sent(
  period: string,
  content: object = CONTENT,
): Promise<{ id: string; etag: string }> {
  const created = await create(period);
  const id = String(created.body['id']);
  const saved = await write(`${REPORTS}/${id}/draft`, 'fp.pa', {
    ...{ method: 'PUT', etag: etagOf(created), body: content },
  });
  return { id, etag: await send(id, etagOf(saved)) };
}

/** Sends a draft with a comment for each warning; answers its ETag. */
export async function send(id: string, etag: string): Promise<string> {
  const checks = await api.request(`${REPORTS}/${id}/checks`, { as: 'fp.pa', method: 'POST' });
  const rules = new Set((checks.body['warnings'] as { rule: string }[]).map(({ rule }) => rule));
  const confirmations = [...rules].map((rule) => ({ rule, comment: 'Compared with the register' }));
  const answer = await write(`${REPORTS}/${id}/submission`, 'fp.pa', {
    ...{ etag, body: { confirmations } },
  });
  expect(answer.status).toBe(200);
  return etagOf(answer);
}

/** Enters, sends and clears a report as two people do. */
export async function cleared(period: string): Promise<{ id: string; etag: string }> {
  const { id, etag } = await sent(period);
  const answer = await write(`${REPORTS}/${id}/clearance`, 'cl.pa', { etag });
  expect(answer.status).toBe(200);
  return { id, etag: etagOf(answer) };
}

/** Shares a report at once and without end. */
export const share = (
  id: string,
  audience: object,
  detail: 'exact' | 'protected',
): Promise<TestAnswer> =>
  write(`${REPORTS}/${id}/shares`, 'fp.pa', {
    key: randomUUID(),
    body: {
      ...{ audience, detail, purpose: 'Route planning', onward: 'none' },
      ...{ opensAt: null, endsOn: null, withheldFrom: [] },
    },
  });
