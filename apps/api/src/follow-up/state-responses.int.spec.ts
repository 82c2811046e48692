import { describe, expect, it } from '@jest/globals';
import { provisionResponse, stateResponseAnswer, type StateResponseAnswer } from '@enlace/contract';
import { api, ids, owner, useCommitments } from '../commitments/commitments.harness.js';
import type { TestAnswer } from '../app.harness.js';

useCommitments();

const words = {
  position: 'supported',
  language: 'es',
  body: 'Panamá apoya la recomendación.',
  translations: [{ language: 'en', body: 'Panama supports the recommendation.' }],
};
const path = (number: string): string => `/api/v1/provisions/${ids.provision(number)}`;
const put = (
  number: string,
  as: string | undefined,
  body: unknown,
  etag?: string | null,
): Promise<TestAnswer> =>
  api.request(`${path(number)}/response`, {
    ...{ method: 'PUT', body, ...(as ? { as } : {}) },
    headers: etag ? { 'if-match': `"${etag}"` } : {},
  });
const read = async (
  number: string,
  state: string,
  as?: string,
): Promise<StateResponseAnswer | null | undefined> => {
  const { body } = await api.request(path(number), as ? { as } : {});
  return provisionResponse.parse(body).states.find((one) => one.state === state)?.response;
};
const kept = async (): Promise<unknown> =>
  (await owner.query('select count(*) from state_response')).rows;

describe('a State that answers a provision', () => {
  it('says it in its languages, and everybody reads it; a new answer keeps the one before', async () => {
    const first = stateResponseAnswer.parse((await put('A1', 'nc.pa', words)).body);
    const texts = [
      { language: 'es', body: words.body, status: 'original' },
      { language: 'en', body: 'Panama supports the recommendation.', status: 'human' },
    ];
    expect(first).toMatchObject({ version: 1, position: 'supported', texts, earlier: [] });
    const change = { ...words, position: 'supported-in-part', translations: [] };
    const second = await put('A1', 'nc.pa', change, first.etag);
    expect(second.status).toBe(200);
    for (const reader of [undefined, 'fp.mx']) {
      const answer = await read('A1', 'PAN', reader);
      expect(answer).toMatchObject({ version: 2, position: 'supported-in-part', etag: null });
      expect(answer?.earlier).toMatchObject([{ version: 1, position: 'supported', texts }]);
    }
    expect((await read('A1', 'PAN', 'nc.pa'))?.etag).toBe(second.body['etag']);
    expect(await read('A1', 'MEX')).toBeNull();
    const { rows } = await owner.query(
      `select count(*) from audit_entry where action = 'provisions.respond' and record_id = $1`,
      [ids.provision('A1')],
    );
    expect(rows).toEqual([{ count: '2' }]);
  });

  it('writes on the version that stands, and gets both where it does not', async () => {
    const first = stateResponseAnswer.parse((await put('A2', 'nc.pa', words)).body);
    expect((await put('A2', 'nc.pa', words)).status).toBe(428);
    const [one, other] = await Promise.all([
      put('A2', 'nc.pa', { ...words, position: 'noted' }, first.etag),
      put('A2', 'nc.pa', { ...words, position: 'supported-in-part' }, first.etag),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const stale = one.status === 412 ? one : other;
    expect(stale.body).toMatchObject({
      type: expect.stringContaining('stale-version'),
      current: { version: 2 },
    });
    expect((await read('A2', 'PAN'))?.earlier).toHaveLength(1);
  });

  it.each([
    ['sec.rcm', 403],
    ['fp.pa', 403],
    ['editor.ngo', 403],
    [undefined, 401],
  ])('is its coordinator: %s gets %s', async (as, status) => {
    const before = await kept();
    expect((await put('A3', as, words)).status).toBe(status);
    expect(await kept()).toEqual(before);
  });

  it.each([
    [{ position: 'refused' }, '/position'],
    [{ body: 'short' }, '/body'],
    [{ body: 'x'.repeat(2001) }, '/body'],
    [{ body: 'Write to maria.lopez@example.org about it' }, '/body'],
    [{ language: 'de' }, '/language'],
    [{ translations: [{ language: 'es', body: words.body }] }, '/translations/0/language'],
    [{ translations: [{ language: 'fr', body: 'non' }] }, '/translations/0/body'],
    [{ state: 'MEX' }, '/state'],
  ])('is told what is wrong with %j', async (change, pointer) => {
    const before = await kept();
    const { status, body } = await put('A3', 'nc.pa', { ...words, ...change });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer }] }]);
    expect(await kept()).toEqual(before);
  });

  it('is asked for a position that nobody chose', async () => {
    const { status, body } = await put('A3', 'nc.pa', { ...words, position: undefined });
    const errors = [{ pointer: '/position', rule: 'required' }];
    expect([status, body]).toMatchObject([422, { errors }]);
  });

  it('answers what was adopted: not a draft, not what was superseded', async () => {
    const setState = async (state: string): Promise<void> => {
      await owner.query(
        `update instrument set state = '${state}' where id = (select instrument_id from provision where id = $1)`,
        [ids.provision('A3')],
      );
    };
    await setState('draft');
    const draft = await put('A3', 'nc.pa', words);
    await setState('superseded');
    const superseded = await put('A3', 'nc.pa', words);
    await setState('adopted');
    expect([draft.status, superseded.status]).toEqual([404, 409]);
  });

  it('can change nothing that was said: the database refuses it', async () => {
    const { rows } = await owner.query(
      `select privilege_type from information_schema.role_table_grants
       where table_name = 'state_response' and grantee = 'enlace_app' order by 1`,
    );
    expect(rows.map((row: { privilege_type: string }) => row.privilege_type)).toEqual([
      'INSERT',
      'SELECT',
    ]);
  });
});
