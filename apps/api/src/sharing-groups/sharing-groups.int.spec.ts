import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';

const GROUPS = '/api/v1/sharing-groups';
let api: TestApi;
let members: string[];

beforeAll(async () => {
  api = await startTestApi();
  const owner = new Client({ connectionString: api.urls.owner });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    `select id from organization where kind = 'state' and alias <> 'pa-snm' order by alias limit 3`,
  );
  members = rows.map(({ id }) => id);
  await owner.end();
}, 60_000);

afterAll(() => api.close());

const create = (alias: string, name = 'Route'): Promise<TestAnswer> =>
  api.request(GROUPS, {
    ...{ as: 'fp.pa', method: 'POST', headers: { 'idempotency-key': randomUUID() } },
    body: {
      alias,
      names: { es: 'Ruta', en: name, pt: 'Rota', fr: 'Route' },
      members: [members[0]],
    },
  });

const etagOf = ({ headers }: TestAnswer): string => headers.get('etag') ?? '';

const change = (id: string, chosen: readonly unknown[], etag?: string): Promise<TestAnswer> =>
  api.request(`${GROUPS}/${id}/members`, {
    ...{ as: 'fp.pa', method: 'PUT', body: { members: chosen } },
    headers: etag === undefined ? {} : { 'if-match': etag },
  });

describe('a change of a sharing group', () => {
  it('names the version it changes', async () => {
    const made = await create('route-a');
    const id = String(made.body['id']);
    expect((await change(id, [members[1]])).status).toBe(428);
    const read = await api.request(`${GROUPS}/${id}`, { as: 'fp.pa' });
    expect(etagOf(read)).toBe(etagOf(made));
    const changed = await change(id, [members[1]], etagOf(read));
    expect(changed.status).toBe(200);
    expect(changed.body['members']).toEqual([members[1]]);
    expect(etagOf(changed)).not.toBe(etagOf(made));
  });

  it('is refused with both versions after somebody joined or left', async () => {
    const made = await create('route-b');
    const id = String(made.body['id']);
    const joined = await change(id, [members[0], members[1]], etagOf(made));
    const left = await change(id, [members[1]], etagOf(joined));
    for (const earlier of [made, joined]) {
      const stale = await change(id, [members[2]], etagOf(earlier));
      expect(stale.status).toBe(412);
      expect(stale.body['current']).toEqual({ ...left.body, etag: etagOf(left).slice(1, -1) });
      expect(stale.body['yours']).toEqual({ members: [members[2]] });
    }
    const now = await api.request(`${GROUPS}/${id}`, { as: 'fp.pa' });
    expect(now.body['members']).toEqual([members[1]]);
    expect(etagOf(now)).toBe(etagOf(left));
  });

  it('keeps the version where the members stay the same', async () => {
    const made = await create('route-c');
    const same = await change(String(made.body['id']), [members[0]], etagOf(made));
    expect(etagOf(same)).toBe(etagOf(made));
  });
});

describe('a sharing group', () => {
  it('does not exist for strangers', async () => {
    const made = await create('route-d');
    const id = String(made.body['id']);
    const answer = await api.request(`${GROUPS}/${id}`, { as: 'analyst.unhcr' });
    expect(answer.status).toBe(404);
  });

  it('has no personal data in its names', async () => {
    const answer = await create('route-e', 'Ask maria.lopez@example.org');
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toMatchObject([{ pointer: '/names/en', rule: 'personal-data' }]);
  });
});
