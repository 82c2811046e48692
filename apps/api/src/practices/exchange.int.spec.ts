import { describe, expect, it } from '@jest/globals';
import { adoptionsResponse, practiceEventsResponse, questionsResponse } from '@enlace/contract';
import type { TestAnswer } from '../app.harness.js';
import {
  api,
  create,
  drafted,
  ids,
  owner,
  practice,
  PRACTICES,
  published,
  usePractices,
  write,
} from './practices.harness.js';

usePractices();

const use = (change: object = {}): object => ({
  ...{ language: 'es', adaptation: 'Turnos de noche con dos personas', startedOn: '2025-03-01' },
  ...{ contact: 'Dirección de asuntos internacionales', use: 'in-use' },
  ...change,
});

const adoption = (adopter: string, change: object = {}): object => ({
  adopter: ids.organization(adopter),
  ...use(change),
});

const adopt = (id: string, as: string, body: unknown): Promise<TestAnswer> =>
  create(`${PRACTICES}/${id}/adoptions`, as, body);

const ledger = async (id: string, as?: string) =>
  adoptionsResponse.parse(
    (await api.request(`${PRACTICES}/${id}/adoptions`, as === undefined ? {} : { as })).body,
  );

const act = (path: string, as: string, etag: unknown, body?: unknown): Promise<TestAnswer> =>
  api.request(`/api/v1/${path}`, {
    ...{ as, method: 'POST', headers: { 'if-match': `"${String(etag)}"` } },
    ...(body === undefined ? {} : { body }),
  });

describe('adoption', () => {
  it('stands in the ledger for all readers once the adopter says so, with what came of it', async () => {
    const id = await published();
    const made = await adopt(id, 'nc.pa', adoption('pa-snm'));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ state: 'confirmed', resultDueOn: '2026-03-01' });
    const result = {
      result: 'did-not-work',
      why: 'Nadie pagó los turnos de noche.',
      language: 'es',
    };
    const told = await act(
      `adoptions/${String(made.body['id'])}/result`,
      'nc.pa',
      made.body['etag'],
      result,
    );
    expect(told.body).toMatchObject({ state: 'result-reported', result: 'did-not-work' });
    const { adoptions, uses } = await ledger(id);
    expect(adoptions).toMatchObject([{ stateCode: 'PAN', result: 'did-not-work', offers: [] }]);
    expect(uses).toEqual([{ use: 'in-use', count: 1 }]);
  });

  it('that others declared is for those concerned until the adopter confirms it', async () => {
    const id = await published();
    const made = await adopt(id, 'editor.ngo', adoption('co-mig'));
    expect(made.body).toMatchObject({ state: 'declared', offers: [] });
    expect((await ledger(id)).adoptions).toEqual([]);
    expect((await ledger(id)).uses).toEqual([]);
    expect((await ledger(id, 'editor.ngo')).adoptions).toHaveLength(1);
    const [seen] = (await ledger(id, 'fp.co')).adoptions;
    expect(seen?.offers).toEqual(['confirm']);
    const path = `adoptions/${seen!.id}/confirmation`;
    expect((await act(path, 'nc.cr', seen!.etag)).status).toBe(404);
    expect((await act(path, 'fp.co', 'AAAA')).status).toBe(412);
    expect((await act(path, 'fp.co', seen!.etag)).status).toBe(200);
    expect((await ledger(id)).adoptions).toMatchObject([{ state: 'confirmed' }]);
  });

  it('is nobody else’s to declare, nor its own organization’s, nor still to come, nor twice', async () => {
    const id = await published();
    expect((await adopt(id, 'nc.pa', adoption('co-mig'))).status).toBe(403);
    expect((await adopt(id, 'editor.ngo', adoption('red-camino'))).body['errors']).toMatchObject([
      { pointer: '/adopter', rule: 'not-accepted' },
    ]);
    const future = await adopt(id, 'nc.pa', adoption('pa-snm', { startedOn: '2099-01-01' }));
    expect(future.body['errors']).toMatchObject([{ pointer: '/startedOn', rule: 'too-large' }]);
    await adopt(id, 'nc.pa', adoption('pa-snm'));
    const twice = await adopt(id, 'nc.pa', adoption('pa-snm'));
    expect(twice.body['errors']).toMatchObject([{ pointer: '/adopter', rule: 'already-exists' }]);
    expect((await adopt(await drafted(), 'nc.pa', adoption('pa-snm'))).status).toBe(404);
  });

  it('is changed by its adopter alone', async () => {
    const id = await published();
    const { body } = await adopt(id, 'nc.pa', adoption('pa-snm'));
    const put = (as: string, now: string): Promise<TestAnswer> =>
      api.request(`/api/v1/adoptions/${String(body['id'])}`, {
        ...{ as, method: 'PUT', body: use({ use: now }) },
        headers: { 'if-match': `"${String(body['etag'])}"` },
      });
    expect((await put('nc.co', 'stopped')).status).toBe(403);
    expect((await put('nc.pa', 'stopped')).body).toMatchObject({ use: 'stopped' });
    expect((await put('nc.pa', 'trial')).status).toBe(412);
  });
});

describe('questions', () => {
  it('are asked by any reader and answered by the practice’s own organization', async () => {
    const id = await published();
    const asked = await create(`${PRACTICES}/${id}/questions`, 'press', {
      ...{ language: 'en', body: 'Who pays for the night shifts?' },
    });
    expect(asked.status).toBe(201);
    const path = `questions/${String(asked.body['id'])}/answer`;
    const answer = { language: 'es', body: 'La red, con fondos propios.' };
    expect((await act(path, 'editor.mx', asked.body['etag'], answer)).status).toBe(403);
    expect((await act(path, 'editor.ngo', asked.body['etag'], answer)).status).toBe(200);
    const seen = questionsResponse.parse((await api.request(`${PRACTICES}/${id}/questions`)).body);
    expect(seen.questions).toMatchObject([{ answer: { body: 'La red, con fondos propios.' } }]);
    const bad = await create(`${PRACTICES}/${id}/questions`, 'press', {
      ...{ language: 'en', body: 'Write to me at ana@example.org please' },
    });
    expect(bad.body['errors']).toMatchObject([{ pointer: '/body', rule: 'personal-data' }]);
  });

  it('are not asked of a practice that was withdrawn, or that one may not see', async () => {
    const id = await published();
    await write(id, 'withdrawal', { body: { reason: 'El acuerdo terminó en junio.' } });
    const ask = (practiceId: string) =>
      create(`${PRACTICES}/${practiceId}/questions`, 'press', {
        ...{ language: 'en', body: 'Who pays for the night shifts?' },
      });
    expect((await ask(id)).status).toBe(409);
    expect((await practice(id, 'press')).offers).toEqual([]);
    expect((await ask(await drafted())).status).toBe(404);
  });
});

describe('the history of a practice', () => {
  const events = async (id: string, as?: string) =>
    practiceEventsResponse.parse(
      (await api.request(`${PRACTICES}/${id}/events`, as === undefined ? {} : { as })).body,
    ).events;
  const kinds = async (id: string, as?: string): Promise<string[]> =>
    (await events(id, as)).map(({ kind }) => kind);

  it('tells readers what happened to what they read, and its owner all of it', async () => {
    const id = await published();
    await adopt(id, 'nc.pa', adoption('pa-snm'));
    await create(`${PRACTICES}/${id}/questions`, 'fp.mx', {
      ...{ language: 'es', body: '¿Quién paga los turnos de noche?' },
    });
    const told = ['question-asked', 'adopted', 'published'];
    expect(await kinds(id)).toEqual(told);
    expect(await kinds(id, 'fp.mx')).toEqual(told);
    expect(await kinds(id, 'editor.ngo')).toEqual([...told, 'review-begun', 'submitted', 'begun']);
    expect((await events(id))[2]).toMatchObject({ version: 1, reason: null });
    await write(id, 'withdrawal', { body: { reason: 'Nadie la usa ya aquí.' } });
    expect((await events(id))[0]).toMatchObject({
      ...{ kind: 'withdrawn', reason: 'Nadie la usa ya aquí.' },
    });
  });

  it('is nowhere for who may not see the practice, and by pages for who may', async () => {
    const hidden = await drafted();
    expect((await api.request(`${PRACTICES}/${hidden}/events`, { as: 'fp.mx' })).status).toBe(404);
    expect(await kinds(hidden, 'editor.ngo')).toEqual(['begun']);
    const id = await published();
    await owner.query('alter table practice_event no force row level security');
    await owner.query(
      `insert into practice_event (practice_id, kind, organization_id, owner_only)
       select id, 'reconfirmed', organization_id, false from practice, generate_series(1, 60) where id = $1`,
      [id],
    );
    await owner.query('alter table practice_event force row level security');
    const first = await api.request(`${PRACTICES}/${id}/events`);
    const { next } = practiceEventsResponse.parse(first.body);
    expect(next).not.toBeNull();
    const second = await api.request(`${PRACTICES}/${id}/events?after=${String(next)}`);
    const rest = practiceEventsResponse.parse(second.body);
    expect(rest.events.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 10 }, () => 'reconfirmed'),
      'published',
    ]);
    expect(rest.next).toBeNull();
    expect((await api.request(`${PRACTICES}/${id}/events?after=soon`)).status).toBe(422);
  });
});
