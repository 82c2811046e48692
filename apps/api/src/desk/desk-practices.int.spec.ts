import { describe, expect, it } from '@jest/globals';
import { deskResponse, type DeskPractice } from '@enlace/contract';
import {
  api,
  create,
  ids,
  owner,
  PRACTICES,
  published,
  review,
  reviewersOf,
  scores,
  submitted,
  usePractices,
  work,
  write,
} from '../practices/practices.harness.js';

usePractices();

/** What waits for somebody of one practice. */
const waiting = async (as: string, practice: string): Promise<DeskPractice[]> => {
  const answer = await api.request('/api/v1/desk', { as });
  expect(answer.status).toBe(200);
  return deskResponse.parse(answer.body).practices.filter((one) => one.practice === practice);
};
const kinds = async (as: string, practice: string): Promise<string[]> =>
  (await waiting(as, practice)).map(({ kind }) => kind);

/** A day some months from today, where the samples' organizations are. */
const months = (by: number): string =>
  `(enlace_now()::date + interval '${String(by)} months')::date`;

const adoption = (adopter: string, startedOn = '2025-03-01'): object => ({
  adopter: ids.organization(adopter),
  ...{ language: 'es', adaptation: 'Turnos de noche', startedOn, contact: '', use: 'in-use' },
});

describe('good practices on the desk', () => {
  it('ask their reviewers, each for their own review, and the author for what was returned', async () => {
    const id = await submitted();
    const reviewers = await reviewersOf(id);
    for (const reviewer of reviewers) {
      const [task, ...others] = await waiting(reviewer.as, id);
      expect(others).toEqual([]);
      expect(task).toMatchObject({ kind: 'practice-review', review: reviewer.id });
      expect(task?.daysLeft).toBeGreaterThan(0);
    }
    expect(await waiting('editor.ngo', id)).toEqual([]);

    for (const reviewer of reviewers) await review(reviewer, 'return', scores('weak'));
    await work();
    for (const { as } of reviewers) expect(await waiting(as, id)).toEqual([]);
    const [returned] = await waiting('editor.ngo', id);
    expect(returned).toMatchObject({ kind: 'practice-returned', dueOn: null, status: 'due-soon' });
    expect(returned?.reason).toContain('turnos de noche');
    expect(await waiting('editor.mx', id)).toEqual([]);

    await write(id, 'submission');
    expect(await waiting('editor.ngo', id)).toEqual([]);
  });

  it('ask their owner for an answer, and nobody else', async () => {
    const id = await published();
    const question = { language: 'es', body: '¿Quién paga los intérpretes de noche?' };
    const asked = await create(`${PRACTICES}/${id}/questions`, 'fp.pa', question);
    expect(await waiting('editor.ngo', id)).toMatchObject([
      { kind: 'practice-question', reason: question.body, title: { language: 'es' } },
    ]);
    expect(await waiting('fp.pa', id)).toEqual([]);
    expect(await waiting('editor.mx', id)).toEqual([]);
    await api.request(`/api/v1/questions/${String(asked.body['id'])}/answer`, {
      ...{ as: 'editor.ngo', method: 'POST', body: { language: 'es', body: 'El servicio.' } },
      headers: { 'if-match': `"${String(asked.body['etag'])}"` },
    });
    expect(await waiting('editor.ngo', id)).toEqual([]);
  });

  it('ask the adopter to confirm, and after a year what came of it', async () => {
    const id = await published();
    await create(`${PRACTICES}/${id}/adoptions`, 'editor.ngo', adoption('pa-snm'));
    expect(await kinds('fp.pa', id)).toEqual(['practice-confirm']);
    expect(await kinds('editor.ngo', id)).toEqual([]);
    expect(await kinds('cl.pa', id)).toEqual([]);

    await owner.query('alter table adoption no force row level security');
    const started = async (by: number): Promise<void> => {
      await owner.query(
        `update adoption set state = 'confirmed', started_on = ${months(by)} where practice_id = $1`,
        [id],
      );
    };
    await started(-11);
    expect(await kinds('fp.pa', id)).toEqual([]);
    await started(-13);
    expect(await waiting('fp.pa', id)).toMatchObject([
      { kind: 'practice-result', status: 'overdue', since: null },
    ]);
    await owner.query(
      `update adoption set state = 'result-reported', result = 'in-part', why = 'Solo de día' where practice_id = $1`,
      [id],
    );
    await owner.query('alter table adoption force row level security');
    expect(await kinds('fp.pa', id)).toEqual([]);
  });

  it('tell an adopter nothing of a practice that is no longer shared with it', async () => {
    const id = await published();
    await create(`${PRACTICES}/${id}/adoptions`, 'editor.ngo', adoption('co-mig'));
    expect(await kinds('fp.co', id)).toEqual(['practice-confirm']);
    await write(id, 'audience', {
      method: 'PUT',
      body: {
        ...{ classification: 'confidential', forums: [], withheldFrom: [] },
        organizations: [ids.organization('pa-snm')],
      },
    });
    expect(await kinds('fp.co', id)).toEqual([]);
  });

  it('ask their owner to confirm them before they expire, and once they did', async () => {
    const id = await published();
    await owner.query('alter table practice no force row level security');
    const confirmed = (by: number): Promise<unknown> =>
      owner.query(`update practice set confirmed_on = ${months(by)} where id = $1`, [id]);
    await confirmed(-23);
    expect(await kinds('editor.ngo', id)).toEqual([]);
    await confirmed(-25);
    expect(await waiting('editor.ngo', id)).toMatchObject([
      { kind: 'practice-reconfirm', status: 'overdue' },
    ]);
    await owner.query('alter table practice force row level security');
    expect((await write(id, 'reconfirmation')).status).toBe(200);
    expect(await kinds('editor.ngo', id)).toEqual([]);
  });
});
