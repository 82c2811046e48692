import { describe, expect, it } from '@jest/globals';
import { readersResponse } from '@enlace/contract';
import {
  api,
  create,
  draft,
  drafted,
  ids,
  practice,
  PRACTICES,
  published,
  review,
  REVIEWS,
  reviewersOf,
  scores,
  submitted,
  usePractices,
  work,
  write,
} from './practices.harness.js';

usePractices();

const seenBy = async (id: string, as?: string): Promise<number> =>
  (await api.request(`${PRACTICES}/${id}`, as === undefined ? {} : { as })).status;

describe('writing a practice down', () => {
  it('begins in its author’s language, and is its organization’s alone', async () => {
    const id = await drafted();
    const { texts, state, offers, facts, audience } = await practice(id);
    expect(texts).toMatchObject([{ language: 'es', status: 'original' }]);
    expect(state).toBe('draft');
    expect(offers).toEqual(['edit', 'submit', 'translate', 'share']);
    expect(facts.provisions.map(({ number }) => number)).toEqual(['B3']);
    expect(audience?.classification).toBe('public');
    for (const as of ['fp.cr', 'editor.mx', 'admin', undefined]) {
      expect(await seenBy(id, as)).toBe(404);
    }
  });

  it('names every field that is still empty, and changes nothing', async () => {
    const { body } = await create(PRACTICES, 'editor.ngo', { language: 'pt', title: 'Um plantão' });
    const id = String(body['id']);
    const answer = await write(id, 'submission');
    expect(answer.status).toBe(422);
    const pointers = (answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      ...['/text/summary', '/text/problem', '/text/whoDoesWhat', '/text/steps', '/text/resources'],
      ...['/text/findings', '/text/conditions', '/text/didNotWork', '/facts/themes'],
      ...['/facts/costBand', '/facts/evidenceStrength'],
    ]);
    expect((await practice(id)).state).toBe('draft');
  });

  it('is not sent where nobody who may read it could review it', async () => {
    const id = await drafted({ audience: { classification: 'restricted', forums: [ids.forum] } });
    const answer = await write(id, 'submission');
    expect(answer.body['errors']).toMatchObject([
      { pointer: '/audience/classification', rule: 'reviewers-missing' },
    ]);
    expect((await practice(id)).state).toBe('draft');
  });

  it('refuses personal data, unknown records and an audience above the classification', async () => {
    const id = await drafted();
    const faults: [object, string][] = [
      [draft({ text: { problem: 'Su cédula es 8-123-4567' } }), '/text/problem'],
      [draft({ facts: { states: ['CRI', 'CRI'] } }), '/facts/states/1'],
      [draft({ facts: { states: ['QQQ'] } }), '/facts/states/0'],
      [draft({ facts: { provisions: [ids.forum] } }), '/facts/provisions/0'],
      [draft({ audience: { forums: [ids.forum] } }), '/audience/forums'],
      [draft({ audience: { withheldFrom: ['CRI'] } }), '/audience/withheldFrom'],
    ];
    for (const [body, pointer] of faults) {
      const answer = await write(id, 'draft', { method: 'PUT', body });
      expect(answer.status).toBe(422);
      expect(answer.body['errors']).toMatchObject([{ pointer }]);
    }
  });

  it('shows both versions to who saves a stale one', async () => {
    const id = await drafted();
    const { etag } = await practice(id);
    await write(id, 'draft', { method: 'PUT', body: draft() });
    const stale = await api.request(`${PRACTICES}/${id}/draft`, {
      ...{ as: 'editor.ngo', method: 'PUT', body: draft(), headers: { 'if-match': `"${etag}"` } },
    });
    expect(stale.status).toBe(412);
    expect(stale.body).toHaveProperty('current');
    expect(stale.body).toHaveProperty('yours.text.title');
  });

  it('marks a translation by a machine until a person confirms it', async () => {
    const id = await drafted();
    const { text } = draft() as { text: object };
    const put = (status: string) =>
      write(id, 'translations/en', { method: 'PUT', body: { version: 1, status, text } });
    expect((await put('machine')).status).toBe(200);
    expect((await practice(id)).texts[1]).toMatchObject({ language: 'en', status: 'machine' });
    expect((await put('human')).status).toBe(200);
    expect((await practice(id)).texts[1]).toMatchObject({ language: 'en', status: 'human' });
    const own = await write(id, 'translations/es', {
      method: 'PUT',
      body: { version: 1, status: 'human', text },
    });
    expect(own.body['errors']).toMatchObject([{ pointer: '/path/language' }]);
  });
});

describe('review', () => {
  it('asks two people of two other organizations, who alone see it beside its own', async () => {
    const id = await submitted();
    expect((await practice(id)).state).toBe('in-review');
    const reviewers = await reviewersOf(id);
    expect(reviewers).toHaveLength(2);
    expect(reviewers.map(({ as }) => as)).not.toContain('editor.ngo');
    for (const { as } of reviewers) expect(await seenBy(id, as)).toBe(200);
    expect(await seenBy(id, 'fp.cr')).toBe(404);
    expect((await write(id, 'draft', { method: 'PUT', body: draft() })).status).toBe(409);
  });

  it('publishes what both let pass, for its audience', async () => {
    const id = await published();
    const seen = await practice(id);
    expect(seen).toMatchObject({ state: 'published', status: 'published', version: 1 });
    expect(await seenBy(id)).toBe(200);
    expect((await practice(id, 'fp.pa')).offers).toEqual(['adopt', 'ask']);
    expect((await practice(id, 'fp.pa')).audience).toBeNull();
  });

  it('asks a third where they differ by more than one grade, and follows the majority', async () => {
    const id = await submitted();
    const [first, second] = await reviewersOf(id);
    await review(first!, 'publish');
    await review(second!, 'publish', scores('good', { evidence: 'weak' }));
    await work();
    const all = await reviewersOf(id);
    expect(all).toHaveLength(3);
    const third = all.find(({ state }) => state === 'assigned')!;
    await review(third, 'return');
    await work();
    expect((await practice(id)).state).toBe('published');
  });

  it('returns with what the reviewers said, keeps that version and opens the next', async () => {
    const id = await submitted();
    for (const reviewer of await reviewersOf(id)) await review(reviewer, 'return');
    await work();
    const seen = await practice(id);
    expect(seen).toMatchObject({ state: 'draft', version: 2 });
    expect(seen.returnReason).toContain('quién paga los turnos');
    expect(seen.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'draft'],
      [1, 'returned'],
    ]);
    expect((await write(id, 'submission')).status).toBe(200);
    await work();
    expect(await reviewersOf(id)).toHaveLength(4);
  });

  it('asks somebody else in the place of who declines', async () => {
    const id = await submitted();
    const [first, second] = await reviewersOf(id);
    const { body } = await api.request(`${REVIEWS}/${first!.id}`, { as: first!.as });
    const declined = await api.request(`${REVIEWS}/${first!.id}/refusal`, {
      ...{ as: first!.as, method: 'POST', body: { reason: 'conflict-of-interest', note: '' } },
      headers: { 'if-match': `"${String(body['etag'])}"` },
    });
    expect(declined.status).toBe(204);
    await work();
    const after = await reviewersOf(id);
    expect(after).toHaveLength(2);
    expect(after.map(({ as }) => as)).toContain(second!.as);
    expect(after.map(({ as }) => as)).not.toContain(first!.as);
    expect(await seenBy(id, first!.as)).toBe(404);
  });

  it('is its person’s alone, shows the others only once it is sent, and wants all of it', async () => {
    const id = await submitted();
    const [first, second] = await reviewersOf(id);
    expect((await api.request(`${REVIEWS}/${first!.id}`, { as: second!.as })).status).toBe(404);
    await review(first!, 'publish');
    const before = await api.request(`${REVIEWS}/${second!.id}`, { as: second!.as });
    expect(before.body['others']).toEqual([]);
    const early = await api.request(`${REVIEWS}/${second!.id}/submission`, {
      ...{ as: second!.as, method: 'POST' },
      headers: { 'if-match': `"${String(before.body['etag'])}"` },
    });
    expect(early.status).toBe(422);
    expect(early.body['errors']).toHaveLength(8);
    const sent = await review(second!, 'publish');
    expect(sent.body['others']).toHaveLength(1);
    expect((await review(second!, 'return')).status).toBe(409);
  });
});

describe('a published practice', () => {
  it('keeps its earlier version when the next is published', async () => {
    const id = await published();
    const revised = await write(id, 'revision');
    expect(revised.status).toBe(201);
    expect((await practice(id, 'fp.pa')).version).toBe(1);
    await write(id, 'draft', { method: 'PUT', body: draft({ text: { title: 'Un rol mejor' } }) });
    await write(id, 'submission');
    await work();
    for (const reviewer of await reviewersOf(id)) await review(reviewer, 'publish');
    await work();
    const seen = await practice(id, 'fp.pa');
    expect(seen.version).toBe(2);
    expect(seen.versions.map(({ state }) => state)).toEqual(['published', 'superseded']);
    const first = await api.request(`${PRACTICES}/${id}?version=1`, { as: 'fp.pa' });
    expect(first.body).toMatchObject({ version: 1, state: 'superseded' });
  });

  it('reaches whom its organization says, at the next request', async () => {
    const id = await published();
    const audience = (change: object) =>
      write(id, 'audience', {
        ...{ method: 'PUT' },
        body: {
          classification: 'community',
          forums: [],
          organizations: [],
          withheldFrom: [],
          ...change,
        },
      });
    expect((await audience({ withheldFrom: ['CRI'] })).status).toBe(200);
    expect(await seenBy(id)).toBe(404);
    expect(await seenBy(id, 'fp.cr')).toBe(404);
    expect(await seenBy(id, 'fp.pa')).toBe(200);
    expect(await seenBy(id, 'editor.ngo')).toBe(200);
    const named = [ids.organization('unhcr')];
    expect((await audience({ classification: 'confidential', organizations: named })).status).toBe(
      200,
    );
    expect(await seenBy(id, 'fp.pa')).toBe(404);
    expect(await seenBy(id, 'analyst.unhcr')).toBe(200);
  });

  it('tells its owner who read it where it is not open to everybody', async () => {
    const id = await published({
      audience: {
        classification: 'confidential',
        organizations: ['unhcr', 'univ-andes', 'pa-snm'].map((alias) => ids.organization(alias)),
      },
    });
    await practice(id, 'fp.pa');
    await practice(id);
    const readers = (as: string) => api.request(`${PRACTICES}/${id}/readers`, { as });
    const told = readersResponse.parse((await readers('editor.ngo')).body).readers;
    expect(told.filter((one) => one.organization === ids.organization('pa-snm'))).toMatchObject([
      { what: 'read' },
    ]);
    expect(told.map((one) => one.organization)).not.toContain(ids.organization('red-camino'));
    expect((await readers('analyst.iom')).status).toBe(404);
    expect((await readers('fp.pa')).status).toBe(403);
  });

  it('is withdrawn with a reason and stays readable', async () => {
    const id = await published();
    const answer = await write(id, 'withdrawal', {
      body: { reason: 'El acuerdo terminó en junio.' },
    });
    expect(answer.status).toBe(200);
    expect(await practice(id, 'fp.pa')).toMatchObject({
      ...{ state: 'withdrawn', withdrawReason: 'El acuerdo terminó en junio.', offers: [] },
    });
    expect((await write(id, 'reconfirmation')).status).toBe(409);
  });

  it('is changed by nobody of another organization', async () => {
    const id = await published();
    for (const path of ['reconfirmation', 'revision']) {
      expect((await write(id, path, { as: 'analyst.iom' })).status).toBe(403);
    }
    const foreign = await write(id, 'draft', { as: 'editor.mx', method: 'PUT', body: draft() });
    expect(foreign.status).toBe(403);
  });
});
