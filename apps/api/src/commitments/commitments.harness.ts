import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startTestApi, type TestAnswer, type TestApi, type TestRequest } from '../app.harness.js';

/** Where commitments live. */
export const COMMITMENTS = '/api/v1/commitments';

/** The application, the owner's connection and ids, from `beforeAll` on. */
export let api: TestApi;
export let owner: Client;
export let ids: {
  readonly forum: string;
  readonly organization: (alias: string) => string;
  readonly provision: (number: string) => string;
};

const byName = async (sql: string): Promise<(name: string) => string> => {
  const { rows } = await owner.query<{ name: string; id: string }>(sql);
  const map = new Map(rows.map(({ name, id }) => [name, id]));
  return (name) => {
    const id = map.get(name);
    if (!id) throw new Error(`There is no ${name}`);
    return id;
  };
};

/** Starts the application for the specs of one file. */
export function useCommitments(): void {
  beforeAll(async () => {
    api = await startTestApi();
    owner = new Client({ connectionString: api.urls.owner });
    await owner.connect();
    ids = {
      forum: (await byName('select alias as name, id from forum'))('rcm'),
      organization: await byName('select alias as name, id from organization'),
      provision: await byName('select number as name, id from provision'),
    };
  }, 60_000);

  afterAll(async () => {
    await owner.end();
    await api.close();
  });
}

/** A whole commitment of Panama under F1, recorded by the secretariat of the RCM. */
export const commitment = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  forum: ids.forum,
  actor: ids.organization('pa-snm'),
  provisions: [ids.provision('F1')],
  text: {
    language: 'es',
    title: 'Publicar cada mes el perfil de las llegadas',
    deliverable: 'Un perfil mensual por cada paso fronterizo del Darién',
    verification: 'Perfiles compartidos en el portal antes del día 15',
  },
  dueOn: '2027-06-30',
  classification: 'community',
  ...change,
});

/** A creating request with a key of its own. */
export const create = (
  path: string,
  as: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<TestAnswer> =>
  api.request(path, {
    as,
    method: 'POST',
    body,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });

/** A write on the version as it stands. */
export async function change(
  path: string,
  as: string,
  request: TestRequest & { readonly id: string },
): Promise<TestAnswer> {
  const { body } = await api.request(`${COMMITMENTS}/${request.id}`, { as });
  const headers = { 'if-match': `"${String(body['etag'])}"`, 'idempotency-key': randomUUID() };
  return api.request(path, { method: 'POST', ...request, as, headers });
}

/** Records a commitment and answers its id. */
export async function recorded(changes: Record<string, unknown> = {}): Promise<string> {
  const answer = await create(COMMITMENTS, 'sec.rcm', commitment(changes));
  if (answer.status !== 201) throw new Error(answer.text);
  return String(answer.body['id']);
}
