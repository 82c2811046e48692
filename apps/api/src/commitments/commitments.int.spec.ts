import { describe, expect, it } from '@jest/globals';
import { commitmentResponse, commitmentsResponse, readersResponse } from '@enlace/contract';
import { randomUUID } from 'node:crypto';
import {
  api,
  change,
  commitment,
  COMMITMENTS,
  create,
  ids,
  owner,
  recorded,
  useCommitments,
} from './commitments.harness.js';

useCommitments();

const read = async (id: string, as?: string) =>
  commitmentResponse.parse(
    (await api.request(`${COMMITMENTS}/${id}`, { ...(as ? { as } : {}) })).body,
  );
const changed = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const whole = commitment(changes);
  delete whole['forum'];
  delete whole['actor'];
  return whole;
};
const faults = (body: Record<string, unknown>): unknown =>
  (body['errors'] as { pointer: string; rule: string }[]).map(({ pointer, rule }) => [
    pointer,
    rule,
  ]);

describe('recording a commitment', () => {
  it('is a commitment with all four parts, an aspiration without', async () => {
    const whole = await read(await recorded(), 'sec.rcm');
    expect(whole).toMatchObject({ state: 'accepted', status: 'on-track', missing: [] });
    const text = {
      language: 'es',
      title: 'Estudiar la idea',
      deliverable: null,
      verification: null,
    };
    const idea = await read(await recorded({ text, dueOn: null }), 'sec.rcm');
    expect(idea).toMatchObject({
      state: 'aspiration',
      status: 'aspiration',
      missing: ['deliverable', 'due-date', 'verification'],
    });
  });

  it('happens once for a repeated request', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await create(COMMITMENTS, 'sec.rcm', commitment(), key);
    const second = await create(COMMITMENTS, 'sec.rcm', commitment(), key);
    expect([first.status, second.body]).toEqual([201, first.body]);
  });

  it.each([
    ['another forum’s secretariat', 'sec.sacm', {}, 403, null],
    [
      'an actor outside the forum',
      'sec.rcm',
      { actor: 'br-pf' },
      422,
      ['/actor', 'actor-outside-forum'],
    ],
    ['a court as actor', 'sec.rcm', { actor: 'pa-court' }, 422, ['/actor', 'actor-outside-forum']],
  ])('refuses %s', async (_what, as, { actor }: { actor?: string }, status, fault) => {
    const given = commitment(actor ? { actor: ids.organization(actor) } : {});
    const answer = await create(COMMITMENTS, as, given);
    expect(answer.status).toBe(status);
    if (fault) expect(faults(answer.body)).toEqual([fault]);
  });

  it('names the field of each fault', async () => {
    const refused = async (changes: Record<string, unknown>) =>
      faults((await create(COMMITMENTS, 'sec.rcm', commitment(changes))).body);
    expect(await refused({ provisions: [randomUUID()] })).toEqual([
      ['/provisions/0', 'unknown-record'],
    ]);
    expect(await refused({ dueOn: '2009-01-01' })).toEqual([['/dueOn', 'too-small']]);
    const partners = [{ organization: ids.organization('pa-snm'), part: 'Lo mismo' }];
    expect(await refused({ partners })).toEqual([['/partners/0/organization', 'already-exists']]);
    const text = { ...(commitment()['text'] as object), title: 'Llamar al 6612-3456 de Ana' };
    expect(await refused({ text })).toEqual([['/text/title', 'personal-data']]);
  });

  it('is refused under a draft instrument', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `with i as (insert into instrument (organization_id, kind, symbol, titles, languages, state)
         select $1, 'agreement', 'DRAFT', titles, languages, 'draft' from instrument limit 1 returning id),
       f as (insert into instrument_forum select i.id, $2 from i)
       insert into provision (instrument_id, number, position, titles) select i.id, '1', 1, p.titles
       from i, (select titles from provision limit 1) p returning id`,
      [ids.organization('rcm-sec'), ids.forum],
    );
    const answer = await create(COMMITMENTS, 'sec.rcm', commitment({ provisions: [rows[0]!.id] }));
    expect(faults(answer.body)).toEqual([['/provisions/0', 'instrument-is-draft']]);
  });
});

describe('sight of a commitment', () => {
  const seenBy = async (id: string, accounts: readonly (string | undefined)[]) => {
    const answers = await Promise.all(
      accounts.map(async (as) => {
        const { status } = await api.request(`${COMMITMENTS}/${id}`, as ? { as } : {});
        return status === 200;
      }),
    );
    return answers;
  };
  // Actor, coordinator of the State, secretariat, member State, other forum's State, civil society, public.
  const readers = ['fp.pa', 'nc.pa', 'sec.rcm', 'fp.mx', 'fp.br', 'editor.ngo', undefined] as const;

  it.each([
    ['confidential', [true, true, true, false, false, false, false]],
    ['restricted', [true, true, true, true, false, false, false]],
    ['community', [true, true, true, true, true, true, false]],
    ['public', [true, true, true, true, true, true, true]],
  ])('%s reaches its readers and nobody else', async (classification, expected) => {
    const id = await recorded({ classification });
    expect(await seenBy(id, readers)).toEqual(expected);
  });

  it('tells its owner which others read it where it is not open to everybody', async () => {
    const id = await recorded({ classification: 'restricted' });
    const open = await recorded({ classification: 'community' });
    for (const as of ['fp.cr', 'fp.pa', 'sec.rcm']) {
      await api.request(`${COMMITMENTS}/${id}`, { as });
      await api.request(`${COMMITMENTS}/${open}`, { as });
    }
    const readers = async (record: string, as: string) =>
      api.request(`${COMMITMENTS}/${record}/readers`, { as });
    expect((await readers(open, 'fp.pa')).body).toEqual({ readers: [], next: null });
    const { body } = await readers(id, 'fp.pa');
    expect(readersResponse.parse(body).readers).toMatchObject([
      { organization: ids.organization('cr-dgme'), what: 'read' },
    ]);
    // The secretariat, another member and somebody who does not see it at all.
    expect((await readers(id, 'sec.rcm')).status).toBe(403);
    expect((await readers(id, 'fp.cr')).status).toBe(403);
    expect((await readers(id, 'fp.br')).status).toBe(404);
    expect((await readers(id, 'cl.pa')).status).toBe(403);
  });

  it('names its organizations to the public too, who have no directory', async () => {
    const partner = { organization: ids.organization('unhcr'), part: 'Capacita al personal' };
    const id = await recorded({ classification: 'public', partners: [partner] });
    const { body } = await api.request(`${COMMITMENTS}/${id}`);
    const named = body['organizations'] as { id: string; names: { es: string } }[];
    expect(new Set(named.map((one) => one.id))).toEqual(
      new Set(['pa-snm', 'rcm-sec', 'unhcr'].map((alias) => ids.organization(alias))),
    );
    expect(named.every(({ names }) => names.es !== '')).toBe(true);
  });

  it('lists what is seen, and a change of classification acts at once', async () => {
    const id = await recorded({ classification: 'public' });
    const listed = async () => {
      const path = `${COMMITMENTS}?state=PAN&provision=${ids.provision('F1')}`;
      const { commitments } = commitmentsResponse.parse((await api.request(path)).body);
      return commitments.map((line) => line.id).includes(id);
    };
    expect(await listed()).toBe(true);
    const whole = changed({ classification: 'restricted' });
    const answer = await change(`${COMMITMENTS}/${id}`, 'sec.rcm', {
      id,
      method: 'PUT',
      body: whole,
    });
    expect(answer.status).toBe(200);
    expect(await listed()).toBe(false);
  });
});

describe('keeping a commitment', () => {
  const act = (id: string, body: unknown) =>
    change(`${COMMITMENTS}/${id}/acts`, 'sec.rcm', { id, body });

  it('shows both versions when somebody changed it meanwhile', async () => {
    const id = await recorded();
    const stale = await api.request(`${COMMITMENTS}/${id}/acts`, {
      ...{ as: 'sec.rcm', method: 'POST', body: { act: 'start' } },
      headers: { 'if-match': '"old"' },
    });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { state: 'accepted' }, yours: { act: 'start' } });
    const blind = { as: 'sec.rcm', method: 'POST', body: { act: 'start' } };
    expect((await api.request(`${COMMITMENTS}/${id}/acts`, blind)).status).toBe(428);
  });

  it('goes along its machine, done only with accepted evidence', async () => {
    const id = await recorded();
    expect((await act(id, { act: 'start' })).body).toMatchObject({ state: 'in-progress' });
    expect((await act(id, { act: 'accept' })).status).toBe(409);
    const done = await act(id, { act: 'complete', deliveredOn: '2026-11-01' });
    expect(faults(done.body)).toEqual([['/act', 'evidence-missing']]);
    const dropped = await act(id, { act: 'drop', reason: 'El programa fue cancelado por ley' });
    expect(dropped.body).toMatchObject({ state: 'dropped' });
    expect((await act(id, { act: 'start' })).status).toBe(409);
  });

  it('accepts an aspiration only when nothing is missing', async () => {
    const text = {
      language: 'es',
      title: 'Estudiar la idea',
      deliverable: null,
      verification: null,
    };
    const id = await recorded({ text, dueOn: null });
    expect(faults((await act(id, { act: 'accept' })).body)).toEqual([['/act', 'part-missing']]);
    const whole = changed();
    await change(`${COMMITMENTS}/${id}`, 'sec.rcm', { id, method: 'PUT', body: whole });
    expect((await act(id, { act: 'accept' })).body).toMatchObject({ state: 'accepted' });
  });

  it('makes the dates of a schedule, none after its own date', async () => {
    const id = await recorded();
    const schedule = (body: unknown) =>
      change(`${COMMITMENTS}/${id}/schedule`, 'sec.rcm', { id, method: 'PUT', body });
    const late = await schedule({ firstOn: '2026-12-31', everyMonths: 6, endsOn: '2027-12-31' });
    expect(faults(late.body)).toEqual([['/endsOn', 'too-large']]);
    await schedule({ firstOn: '2026-12-31', everyMonths: 3, endsOn: '2027-06-30' });
    expect((await read(id, 'fp.pa')).dueDates.map((date) => [date.dueOn, date.final])).toEqual([
      ['2026-12-31', false],
      ['2027-03-31', false],
      ['2027-06-30', true],
    ]);
    await schedule({ dates: ['2027-01-31'] });
    expect((await read(id, 'fp.pa')).dueDates.map((date) => date.dueOn)).toEqual([
      '2027-01-31',
      '2027-06-30',
    ]);
  });

  it('keeps a date for which its owner has begun a report that nobody else sees yet', async () => {
    const id = await recorded();
    const schedule = (...dates: string[]) =>
      change(`${COMMITMENTS}/${id}/schedule`, 'sec.rcm', { id, method: 'PUT', body: { dates } });
    await schedule('2027-01-31', '2027-02-28');
    const [begun] = (await read(id, 'fp.pa')).dueDates;
    const report = { dueDate: begun?.id };
    expect((await create(`${COMMITMENTS}/${id}/reports`, 'fp.pa', report)).status).toBe(201);
    expect((await schedule('2027-03-31')).status).toBe(200);
    expect((await read(id, 'fp.pa')).dueDates.map((date) => date.dueOn)).toEqual([
      ...['2027-01-31', '2027-03-31', '2027-06-30'],
    ]);
  });

  it('rolls up actions, waives a date with a reason and tells everything in the timeline', async () => {
    const id = await recorded();
    const action = { title: 'Capacitar a dos equipos', owner: ids.organization('pa-snm') };
    const added = await change(`${COMMITMENTS}/${id}/actions`, 'sec.rcm', {
      ...{ id, body: { ...action, from: null, until: null, weight: 3, state: 'running' } },
    });
    expect(added.status).toBe(201);
    const seen = await read(id, 'fp.pa');
    expect(seen.progress).toEqual({ percent: 50, source: 'actions' });
    const waiver = `${COMMITMENTS}/${id}/due-dates/${seen.dueDates[0]!.id}/waiver`;
    const waived = await change(waiver, 'sec.rcm', {
      id,
      body: { reason: 'Aplazado por el huracán' },
    });
    expect(waived.status).toBe(200);
    expect((await read(id, 'fp.pa')).dueDates[0]).toMatchObject({ status: 'waived' });
    const { body } = await api.request(`${COMMITMENTS}/${id}/events`, { as: 'fp.mx' });
    expect((body['events'] as { kind: string }[]).map((event) => event.kind)).toEqual([
      'due-date-waived',
      'action-added',
      'recorded',
    ]);
  });

  it('is the secretariat’s own: the State may not, and an outsider finds nothing', async () => {
    const id = await recorded({ classification: 'restricted' });
    const body = { act: 'start' };
    expect((await change(`${COMMITMENTS}/${id}/acts`, 'fp.pa', { id, body })).status).toBe(403);
    const outside = await api.request(`${COMMITMENTS}/${id}/acts`, {
      ...{ as: 'sec.sacm', method: 'POST', body, headers: { 'if-match': '"x"' } },
    });
    expect(outside.status).toBe(404);
  });
});

describe('the mark of a commitment', () => {
  it('is the same in SQL as in the domain', async () => {
    const cases: readonly [string, string][] = [
      ['on-track', `update due_date set due_on = '2099-01-01' where commitment_id = $1`],
      ['on-track', 'update due_date set due_on = current_date + 16 where commitment_id = $1'],
      ['due-soon', 'update due_date set due_on = current_date + 13 where commitment_id = $1'],
      ['overdue', 'update due_date set due_on = current_date - 3 where commitment_id = $1'],
      [
        'late',
        `update due_date set due_on = current_date - 3, reported_on = current_date - 1 where commitment_id = $1`,
      ],
    ];
    for (const [expected, sql] of cases) {
      const id = await recorded({ classification: 'confidential' });
      await owner.query(sql, [id]);
      const path = `${COMMITMENTS}?state=PAN&status=${expected}`;
      const { commitments } = commitmentsResponse.parse(
        (await api.request(path, { as: 'fp.pa' })).body,
      );
      expect([expected, commitments.some((line) => line.id === id)]).toEqual([expected, true]);
      expect([expected, (await read(id, 'fp.pa')).status]).toEqual([expected, expected]);
    }
  });
});
