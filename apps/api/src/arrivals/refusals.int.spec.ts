import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TestAnswer } from '../app.harness.js';
import {
  api,
  CONTENT,
  create,
  etagOf,
  keyOf,
  owner,
  points,
  REASON,
  REPORTS,
  rulesOf,
  useArrivals,
  write,
} from './arrivals.harness.js';

useArrivals();

describe('refusals', () => {
  it('point at what is wrong in a new report', async () => {
    const refused = async (change: object): Promise<string[]> => {
      const body = { ...keyOf('2024-01'), ...change };
      const answer = await write(REPORTS, 'fp.pa', { key: randomUUID(), body });
      expect(answer.status).toBe(422);
      return rulesOf(answer);
    };
    expect(await refused({ period: '2099-01' })).toEqual(['/period period-not-ended']);
    expect(await refused({ period: '1989-12' })).toEqual(['/period period-before-1990']);
    expect(await refused({ period: '2024-13' })).toEqual(['/period wrong-format']);
    expect(await refused({ unit: 'heads' })).toEqual(['/unit not-a-choice']);
    expect(await refused({ extra: 1 })).toEqual(['/extra unknown-key']);
    expect(await refused({ crossingPoint: randomUUID() })).toEqual([
      '/crossingPoint unknown-record',
    ]);
    expect(await refused({ crossingPoint: points.colombia })).toEqual([
      '/crossingPoint crossing-point-of-another-state',
    ]);
    const keyless = await write(REPORTS, 'fp.pa', { body: keyOf('2024-01') });
    expect(rulesOf(keyless)).toEqual(['/header/Idempotency-Key required']);
    const clearer = await write(REPORTS, 'cl.pa', { key: randomUUID(), body: keyOf('2024-01') });
    expect(clearer.status).toBe(403);
    expect((await api.request(REPORTS, { method: 'POST', body: keyOf('2024-01') })).status).toBe(
      401,
    );
  });

  it('hold a seat to its crossing points', async () => {
    const seat = `update seat set crossing_points = $1
      where person_id = (select id from person where username = 'fp.pa')`;
    const before = await create('2024-06');
    await owner.query(seat, [[points.otherOfPanama]]);
    const elsewhere = await create('2024-02');
    const begun = await write(`${REPORTS}/${String(before.body['id'])}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(before), body: CONTENT },
    });
    const path = `${REPORTS}/${String(before.body['id'])}`;
    const seen = await api.request(path, { as: 'fp.pa' });
    const session = await api.request('/api/v1/session', { as: 'fp.pa' });
    const shared = await write(`${path}/classification`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(before), body: { classification: 'community' } },
    });
    await owner.query(seat, [null]);
    expect([elsewhere.status, rulesOf(elsewhere)]).toEqual([
      ...[422, ['/crossingPoint crossing-point-outside-seat']],
    ]);
    expect([begun.status, shared.status, seen.body['acts']]).toEqual([403, 403, []]);
    expect(session.body['contexts']).toMatchObject([{ seatPoints: [points.otherOfPanama] }]);
    const free = await api.request('/api/v1/session', { as: 'fp.pa' });
    expect(free.body['contexts']).toMatchObject([{ seatPoints: null }]);
    const open = await api.request(path, { as: 'fp.pa' });
    expect(open.body['acts']).toEqual(['edit', 'discard', 'send', 'share']);
  });

  it('keep contradictions and personal data out of a draft', async () => {
    const created = await create('2024-03');
    const save = (change: object): Promise<TestAnswer> =>
      write(`${REPORTS}/${String(created.body['id'])}/draft`, 'fp.pa', {
        ...{ method: 'PUT', etag: etagOf(created), body: { ...CONTENT, ...change } },
      });
    const values = (value: unknown): object => ({ counts: [{ nationality: 'IND', value }] });
    for (const value of [-1, 1.5, '', null, '3']) {
      const answer = await save(values(value));
      expect([answer.status, rulesOf(answer)[0]?.split(' ')[0]]).toEqual([422, '/counts/0/value']);
    }
    expect(rulesOf(await save({ counts: [{ nationality: 'ZZZ', value: 1 }] }))).toEqual([
      '/counts/0/nationality nationality-unknown',
    ]);
    const note = await save({ note: 'Ask maria.perez@example.org about passport AB1234567.' });
    expect([note.status, rulesOf(note)]).toEqual([
      422,
      expect.arrayContaining(['/note note-with-personal-data']),
    ]);
  });

  it('keep personal data out of a reason', async () => {
    const made = await create('2024-07');
    const answer = await write(`${REPORTS}/${String(made.body['id'])}/return`, 'cl.pa', {
      ...{ etag: etagOf(made), body: { reason: 'Ask maria.lopez@example.org.' } },
    });
    expect(answer.status).toBe(422);
    expect(rulesOf(answer)).toEqual(['/reason personal-data']);
  });

  it('stop a draft from being sent until refusals are gone and warnings confirmed', async () => {
    const created = await create('2024-04');
    const path = `${REPORTS}/${String(created.body['id'])}`;
    const confirmations: object[] = [];
    const empty = await write(`${path}/submission`, 'fp.pa', {
      ...{ etag: etagOf(created), body: { confirmations } },
    });
    expect([empty.status, empty.body['type'], rulesOf(empty)]).toEqual([
      422,
      '/problems/checks-not-passed',
      ['/counts no-figures'],
    ]);
    const indicators = [{ indicator: 'pregnant', nationality: 'IND', value: 41 }];
    const above = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(created), body: { ...CONTENT, indicators } },
    });
    const checks = await api.request(`${path}/checks`, { as: 'fp.pa', method: 'POST' });
    expect(checks.body['refusals']).toEqual([
      expect.objectContaining({ rule: 'indicator-above-total', pointer: '/indicators/0/value' }),
    ]);
    const saved = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(above), body: { ...CONTENT, registerTotal: 1000 } },
    });
    const open = await write(`${path}/submission`, 'fp.pa', {
      ...{ etag: etagOf(saved), body: { confirmations } },
    });
    expect([open.status, open.body['type']]).toEqual([422, '/problems/warnings-not-confirmed']);
    expect(rulesOf(open)).toContain('/registerTotal register-total-differs');
  });

  it('tell of a version that is missing or stale, and of an act that comes too early', async () => {
    const created = await create('2024-05');
    const path = `${REPORTS}/${String(created.body['id'])}`;
    const body = CONTENT;
    const saved = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(created), body },
    });
    expect(saved.status).toBe(200);
    expect((await write(`${path}/draft`, 'fp.pa', { method: 'PUT', body })).status).toBe(428);
    const stale = await write(`${path}/draft`, 'fp.pa', {
      ...{ method: 'PUT', etag: etagOf(created), body },
    });
    expect(stale.status).toBe(412);
    const standing = { version: 1, versionState: 'draft', etag: etagOf(saved) };
    expect([stale.body['current'], stale.body['yours']]).toEqual([standing, CONTENT]);
    const early = await write(`${path}/reopening`, 'fp.pa', { etag: etagOf(saved), body: REASON });
    expect([early.status, early.body['type']]).toEqual([409, '/problems/state-conflict']);
  });
});
