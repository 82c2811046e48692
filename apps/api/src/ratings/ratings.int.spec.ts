import { describe, expect, it } from '@jest/globals';
import { ratingsResponse, type RatingAnswer } from '@enlace/contract';
import { addWorkingDays } from '@enlace/domain';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  api,
  change,
  COMMITMENTS,
  create,
  owner,
  recorded,
  useCommitments,
} from '../commitments/commitments.harness.js';

useCommitments();

const body = 'Los perfiles llegaron tarde y sin cifras por sexo.';
const asked = (grade: string): Record<string, unknown> => ({ grade, language: 'es', body });

const kept = (id: string, as: string, grade: string, headers: Record<string, string> = {}) =>
  api.request(`${COMMITMENTS}/${id}/rating`, { as, method: 'PUT', body: asked(grade), headers });
const sent = (id: string, as: string) => create(`${COMMITMENTS}/${id}/rating/sending`, as, {});
const rated = async (id: string, as: string, grade: string): Promise<RatingAnswer> => {
  const draft = await kept(id, as, grade);
  if (draft.status !== 200) throw new Error(draft.text);
  const answer = await sent(id, as);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as unknown as RatingAnswer;
};
const read = async (id: string, as?: string) =>
  ratingsResponse.parse(
    (await api.request(`${COMMITMENTS}/${id}/ratings`, { ...(as ? { as } : {}) })).body,
  );
const marks = async (id: string, as?: string): Promise<string[]> =>
  (await read(id, as)).ratings.map(({ voice, grade, state }) => `${voice} ${grade} ${state}`);
const replyTo = (id: string, rating: string, as: string, etag: string | null) =>
  api.request(`${COMMITMENTS}/${id}/ratings/${rating}/reply`, {
    ...{ as, method: 'POST', headers: etag === null ? {} : { 'if-match': `"${etag}"` } },
    body: { language: 'es', body: 'Las cifras por sexo llegan con el siguiente informe.' },
  });
/** A reply to the rating as it stands for who replies. */
const reply = async (id: string, rating: string, as: string) => {
  const standing = (await read(id, as)).ratings.find((one) => one.id === rating);
  return replyTo(id, rating, as, standing?.etag ?? 'none');
};
const open = (): Promise<string> => recorded({ classification: 'public' });
const lapse = (rating: string) =>
  owner.query('update rating set reply_until = current_date - 3 where id = $1', [rating]);

describe('who rates', () => {
  it.each([
    ['fp.pa', 200, 'state'],
    ['nc.pa', 200, 'state'],
    ['sec.rcm', 200, 'secretariat'],
    ['editor.ngo', 200, 'civil-society'],
    ['ombud.pa', 200, 'civil-society'],
    ['fp.mx', 403, null],
    ['sec.sacm', 403, null],
    ['fp.pa-min', 403, null],
  ])('%s: %i as %s', async (as, status, voice) => {
    const id = await open();
    expect((await read(id, as)).mayRateAs).toBe(voice);
    const { body: commitment } = await api.request(`${COMMITMENTS}/${id}`, { as });
    expect((commitment['offers'] as string[]).includes('rate')).toBe(voice !== null);
    const answer = await kept(id, as, 'started');
    expect(answer.status).toBe(status);
    if (voice) expect(answer.body).toMatchObject({ voice, state: 'draft', grade: 'started' });
  });

  it('is nobody who cannot see the commitment, and nobody once it is dropped', async () => {
    const secret = await recorded({ classification: 'confidential' });
    expect((await kept(secret, 'editor.ngo', 'none')).status).toBe(404);
    const id = await open();
    await change(`${COMMITMENTS}/${id}/acts`, 'sec.rcm', {
      ...{ id, body: { act: 'drop', reason: 'El programa fue cancelado por ley' } },
    });
    expect((await kept(id, 'editor.ngo', 'none')).status).toBe(409);
  });
});

describe('a draft', () => {
  it('is its organization’s alone and changes by its version', async () => {
    const id = await open();
    const first = await kept(id, 'editor.ngo', 'started');
    expect((await kept(id, 'editor.ngo', 'none')).status).toBe(428);
    const stale = await kept(id, 'editor.ngo', 'none', { 'if-match': '"old"' });
    expect([stale.status, stale.body['current']]).toMatchObject([412, { grade: 'started' }]);
    const version = { 'if-match': `"${String(first.body['etag'])}"` };
    expect((await kept(id, 'editor.ngo', 'none', version)).body).toMatchObject({ grade: 'none' });
    expect(await marks(id, 'editor.ngo')).toEqual(['civil-society none draft']);
    for (const as of ['fp.pa', 'sec.rcm', 'ombud.pa', undefined]) {
      expect(await read(id, as)).toMatchObject({ ratings: [], hidden: false });
    }
  });

  it('is sent once for a repeated request, and not at all where there is none', async () => {
    const id = await open();
    expect((await sent(id, 'editor.ngo')).status).toBe(409);
    await kept(id, 'editor.ngo', 'started');
    const key = { 'idempotency-key': randomUUID() };
    const path = `${COMMITMENTS}/${id}/rating/sending`;
    const once = await create(path, 'editor.ngo', {}, key);
    const again = await create(path, 'editor.ngo', {}, key);
    expect([once.status, again.body]).toEqual([200, once.body]);
  });
});

describe('sight of ratings', () => {
  it('hides the others’ from whoever has yet to send their own', async () => {
    const id = await open();
    await rated(id, 'fp.pa', 'substantial');
    await kept(id, 'editor.ngo', 'substantial');
    for (const [as, own] of [
      ['editor.ngo', 1],
      ['sec.rcm', 0],
      ['ombud.pa', 0],
    ] as const) {
      const seen = await read(id, as);
      expect([as, seen.hidden, seen.ratings.length, seen.gap]).toEqual([as, true, own, 0]);
    }
    // Who may not rate reads what is published; so does whoever has rated.
    expect(await marks(id)).toEqual(['state substantial published']);
    expect(await marks(id, 'fp.mx')).toEqual(['state substantial published']);
    await rated(id, 'sec.rcm', 'complete');
    expect(await read(id, 'sec.rcm')).toMatchObject({ hidden: false, gap: 1 });
    const { body: events } = await api.request(`${COMMITMENTS}/${id}/events`, { as: 'ombud.pa' });
    expect(JSON.stringify(events)).not.toMatch(/substantial|complete/);
  });

  it('lists each organization of civil society by itself, with no mark for them all', async () => {
    const id = await open();
    await rated(id, 'editor.ngo', 'none');
    await rated(id, 'ombud.pa', 'substantial');
    expect((await marks(id)).toSorted()).toEqual([
      'civil-society none published',
      'civil-society substantial published',
    ]);
  });
});

describe('the right of reply', () => {
  const waiting = async () => {
    const id = await open();
    await rated(id, 'fp.pa', 'substantial');
    return { id, rating: await rated(id, 'editor.ngo', 'started') };
  };

  it('opens for 20 working days of the State, without its holidays', async () => {
    const { rows } = await owner.query<{ today: string; state: number }>(
      `select to_char((enlace_now() at time zone time_zone)::date, 'YYYY-MM-DD') as today, state_id as state
       from organization where alias = 'pa-snm'`,
    );
    const { today, state } = rows[0]!;
    const holiday = addWorkingDays(today, 5, new Set());
    await owner.query(
      `insert into holiday (state_id, on_date, name) values ($1, $2, 'Día de prueba') on conflict do nothing`,
      [state, holiday],
    );
    const known = await owner.query<{ day: string }>(
      `select to_char(on_date, 'YYYY-MM-DD') as day from holiday where state_id = $1`,
      [state],
    );
    const { rating } = await waiting();
    const holidays = new Set(known.rows.map(({ day }) => day));
    expect(holidays.has(holiday)).toBe(true);
    expect(rating).toMatchObject({
      state: 'right-of-reply',
      replyUntil: addWorkingDays(today, 20, holidays),
      publishedAt: null,
    });
  });

  it('keeps the rating from everybody but its organization and the State', async () => {
    const { id } = await waiting();
    const both = ['state substantial published', 'civil-society started right-of-reply'];
    expect(await marks(id, 'editor.ngo')).toEqual(both);
    expect(await marks(id, 'fp.pa')).toEqual(both);
    await rated(id, 'sec.rcm', 'substantial');
    for (const as of [undefined, 'fp.mx', 'sec.rcm']) {
      expect((await marks(id, as)).some((mark) => mark.includes('civil'))).toBe(false);
    }
    const { body: events } = await api.request(`${COMMITMENTS}/${id}/events`, { as: 'sec.rcm' });
    expect(JSON.stringify(events)).not.toContain('civil-society');
  });

  it('publishes rating and reply together, once', async () => {
    const { id, rating } = await waiting();
    expect((await reply(id, rating.id, 'editor.ngo')).status).toBe(403);
    expect((await reply(id, rating.id, 'nc.mx')).status).toBe(404);
    expect((await replyTo(id, rating.id, 'nc.pa', null)).status).toBe(428);
    const stale = await replyTo(id, rating.id, 'nc.pa', 'of-another-day');
    expect(stale).toMatchObject({ status: 412, body: { current: { id: rating.id } } });
    const replied = await reply(id, rating.id, 'nc.pa');
    expect(replied.body).toMatchObject({ state: 'published', reply: { language: 'es' } });
    expect((await reply(id, rating.id, 'nc.pa')).status).toBe(409);
    expect(await read(id)).toMatchObject({
      gap: 1,
      ratings: [{ voice: 'state' }, { state: 'published', reply: { language: 'es' } }],
    });
    const { body: events } = await api.request(`${COMMITMENTS}/${id}/events`);
    const kinds = (events['events'] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['rating-replied', 'rating-published']);
  });

  it('runs out by the clock alone: published without a reply, and no reply is taken any more', async () => {
    const { id, rating } = await waiting();
    expect((await kept(id, 'editor.ngo', 'none')).status).toBe(409);
    await lapse(rating.id);
    const seen = await read(id);
    expect(seen.ratings[1]).toMatchObject({ state: 'published', reply: null, id: rating.id });
    expect(seen.ratings[1]?.publishedAt).not.toBeNull();
    expect((await reply(id, rating.id, 'nc.pa')).status).toBe(409);
    // What it says next takes its place; what it said stays readable.
    await rated(id, 'editor.ngo', 'complete');
    expect(await marks(id)).toEqual([
      'state substantial published',
      'civil-society complete published',
      'civil-society started superseded',
    ]);
  });

  it('is the database’s too: the public’s connection gets the row once the clock has run out', async () => {
    const { rating } = await waiting();
    const publicSees = async (): Promise<number | null> => {
      const app = new Client({ connectionString: api.urls.app });
      await app.connect();
      await app.query('begin');
      await app.query(`select set_config('app.readers', '{1}', true)`);
      const { rowCount } = await app.query('select 1 from rating where id = $1', [rating.id]);
      await app.end();
      return rowCount;
    };
    expect(await publicSees()).toBe(0);
    await lapse(rating.id);
    expect(await publicSees()).toBe(1);
  });
});

describe('history', () => {
  it('keeps what was said before, and every write in the trace', async () => {
    const id = await open();
    await rated(id, 'fp.pa', 'started');
    await rated(id, 'fp.pa', 'complete');
    expect(await marks(id)).toEqual(['state complete published', 'state started superseded']);
    const { rows } = await owner.query<{ action: string }>(
      `select distinct action from audit_entry where record_type = 'rating' order by 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'commitments.rate',
      'commitments.reply-rating',
    ]);
  });
});
