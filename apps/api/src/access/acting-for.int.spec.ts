import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { problemDocument } from '@enlace/contract';
import { inDatabase, startTestPostgres } from '@enlace/dev-postgres';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';

const SESSION = '/api/v1/session';
const DESK = '/api/v1/desk';
const REPORTS = '/api/v1/arrivals/reports';

let api: TestApi;
let superuser: Client;

beforeAll(async () => {
  api = await startTestApi();
  const { superuserUrl } = await startTestPostgres();
  const database = new URL(api.urls.app).pathname.slice(1);
  superuser = new Client({ connectionString: inDatabase(superuserUrl, database) });
  await superuser.connect();
}, 60_000);

afterAll(async () => {
  await superuser.end();
  await api.close();
});

const problemOf = ({ status, body }: TestAnswer): [number, string] => {
  const problem = problemDocument.strict().parse(body);
  expect(problem.status).toBe(status);
  return [status, problem.type.replace('/problems/', '')];
};

/** Everything a stranger could compare: status, headers and body, without what differs by request. */
function comparable({ status, headers, body }: TestAnswer): object {
  const own = ['date', 'x-request-id'];
  const kept = [...headers].filter(([name]) => !own.includes(name));
  return { status, headers: Object.fromEntries(kept), body: { ...body, reference: null } };
}

/** One statement about a person, which has to hit a row. */
async function change(sql: string, username: string): Promise<void> {
  const { rowCount } = await superuser.query(
    `${sql} where person_id = (select id from person where username = $1)`,
    [username],
  );
  expect(rowCount).toBeGreaterThan(0);
}

describe('the organization a request acts for', () => {
  it('has to be named by somebody of two', async () => {
    expect(problemOf(await api.request(DESK, { as: 'dual' }))).toEqual([
      400,
      'acting-organization-required',
    ]);
    expect((await api.request(DESK, { as: 'dual', actingFor: 'iom' })).status).toBe(200);
    // The session says which two there are.
    const session = await api.request(SESSION, { as: 'dual' });
    expect(session.body).toMatchObject({
      acting: null,
      contexts: [{ organization: { alias: 'iom' } }, { organization: { alias: 'red-camino' } }],
    });
  });

  it('may be left out by somebody of one', async () => {
    const session = await api.request(SESSION, { as: 'fp.pa' });
    expect(session.body).toMatchObject({ acting: 'pa-snm' });
  });

  it.each(['dual', 'fp.pa'])('is refused to %s alike, foreign or unknown', async (as) => {
    const foreign = await api.request(DESK, { as, actingFor: 'co-mig' });
    const unknown = await api.request(DESK, { as, actingFor: 'no-such' });
    const empty = await api.request(DESK, { as, headers: { 'enlace-acting-for': '' } });
    expect(problemOf(foreign)).toEqual([403, 'acting-organization-refused']);
    expect(foreign.body['reference']).not.toBe(unknown.body['reference']);
    expect(comparable(unknown)).toEqual(comparable(foreign));
    expect(comparable(empty)).toEqual(comparable(foreign));
  });

  it('counts only where the token names it too', async () => {
    const token = await api.identity.token('dual', { organization: 'iom' });
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.request(DESK, { headers })).status).toBe(200);
    const other = await api.request(DESK, {
      headers: { ...headers, 'enlace-acting-for': 'red-camino' },
    });
    expect(problemOf(other)).toEqual([403, 'acting-organization-refused']);
  });
});

describe('a capacity that ended', () => {
  it('leaves nothing but what the public may do, though the identity provider knows the account', async () => {
    for (const path of [SESSION, DESK]) {
      const answer = await api.request(path, { as: 'expired.pa' });
      expect(problemOf(answer)).toEqual([403, 'not-admitted']);
    }
    expect((await api.request('/api/v1/reference', { as: 'expired.pa' })).status).toBe(200);
  });

  it('as a member acts at the very next request, and so does a new one', async () => {
    const token = await api.identity.token('fp.mx');
    const session = (): Promise<TestAnswer> =>
      api.request(SESSION, { headers: { authorization: `Bearer ${token}` } });
    expect((await session()).status).toBe(200);
    await change('update membership set valid_to = enlace_now()', 'fp.mx');
    expect(problemOf(await session())).toEqual([403, 'not-admitted']);
    await change('update membership set valid_to = null', 'fp.mx');
    expect((await session()).status).toBe(200);
  });

  it('as the holder of a seat takes the function away at the very next request', async () => {
    await change(`update membership set functions = '{}'`, 'fp.co');
    // Without a body: whoever may begin a report is told what is missing.
    const begin = (): Promise<TestAnswer> =>
      api.request(REPORTS, { as: 'fp.co', method: 'POST', body: {} });
    expect(problemOf(await begin())).toEqual([422, 'invalid-input']);
    await change('update seat set valid_to = enlace_now()', 'fp.co');
    expect(problemOf(await begin())).toEqual([403, 'not-permitted']);
    expect((await api.request(SESSION, { as: 'fp.co' })).body).toMatchObject({
      contexts: [{ functions: [] }],
    });
  });

  it('as a function needs the token’s role as well', async () => {
    const token = await api.identity.token('fp.br', {
      overrides: { claims: { realm_access: { roles: ['clearer'] } } },
    });
    const answer = await api.request(REPORTS, {
      ...{ method: 'POST', body: {}, headers: { authorization: `Bearer ${token}` } },
    });
    expect(problemOf(answer)).toEqual([403, 'not-permitted']);
  });
});
