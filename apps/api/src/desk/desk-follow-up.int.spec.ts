import { beforeEach, describe, expect, it } from '@jest/globals';
import { deskResponse, type DeskFollowUp } from '@enlace/contract';
import {
  act,
  api,
  begun,
  draft,
  owner,
  useReports,
} from '../progress-reports/progress-reports.harness.js';

useReports();

const followUp = async (as: string): Promise<DeskFollowUp[]> => {
  const answer = await api.request('/api/v1/desk', { as });
  expect(answer.status).toBe(200);
  return deskResponse.parse(answer.body).followUp;
};
const setDue = (id: string, days: number): Promise<unknown> =>
  owner.query(
    `update due_date set due_on = (enlace_now() at time zone 'America/Panama')::date + $2::int where id = $1`,
    [id, days],
  );

beforeEach(async () => {
  await owner.query(`update commitment set state = 'dropped', drop_reason = 'For the next test'`);
});

describe('follow-up on the desk', () => {
  it('asks the owner for reports that are due soon or overdue, and nobody else', async () => {
    const { commitment, dueDate } = await begun();
    await setDue(dueDate, 31);
    expect(await followUp('fp.pa')).toEqual([]);
    await setDue(dueDate, -3);
    expect(await followUp('fp.pa')).toMatchObject([
      {
        ...{ kind: 'report', commitment, dueDate, state: 'PAN', provisions: ['F1'] },
        ...{ daysLeft: -3, status: 'overdue', sentOn: null, reason: null, snoozable: true },
        title: { language: 'es', status: 'original' },
      },
    ]);
    expect(await followUp('fp.co')).toEqual([]);
    expect(await followUp('sec.rcm')).toEqual([]);
    await owner.query(
      `update due_date set waived_at = enlace_now(), waive_reason = 'Not needed now' where id = $1`,
      [dueDate],
    );
    expect(await followUp('fp.pa')).toEqual([]);
  });

  it('hands the report over to the secretariat, back with a reason, and lets go of it once accepted', async () => {
    const { commitment, dueDate, report } = await begun();
    await setDue(dueDate, -3);
    await act(report.id, 'fp.pa', 'draft', draft());
    expect(await followUp('sec.rcm')).toEqual([]);
    await act(report.id, 'fp.pa', 'submission');
    expect(await followUp('fp.pa')).toEqual([]);
    const [review] = await followUp('sec.rcm');
    expect(review).toMatchObject({ kind: 'report-review', commitment, status: 'due-soon' });
    expect(review!.sentOn).not.toBeNull();

    await act(report.id, 'sec.rcm', 'return', { reason: 'The certificates are missing' });
    expect(await followUp('sec.rcm')).toEqual([]);
    expect(await followUp('fp.pa')).toMatchObject([
      { kind: 'report-returned', dueDate, reason: 'The certificates are missing' },
    ]);

    await act(report.id, 'fp.pa', 'submission');
    await act(report.id, 'sec.rcm', 'acceptance');
    expect(await followUp('fp.pa')).toEqual([]);
    expect(await followUp('sec.rcm')).toEqual([]);
  });

  it('asks the own State to reply to a rating that waits, until it has replied', async () => {
    const { commitment } = await begun();
    await owner.query('alter table rating no force row level security');
    await owner.query(
      `insert into rating (commitment_id, organization_id, voice, grade, state, language, body, created_by,
         sent_at, reply_until)
       select $1, o.id, 'secretariat', 'none', 'right-of-reply', 'es', 'No se ha visto nada', p.id,
         enlace_now(), (enlace_now())::date + 9
       from organization o, person p where o.alias = 'rcm-sec' limit 1`,
      [commitment],
    );
    await owner.query('alter table rating force row level security');
    const waiting = async (as: string): Promise<unknown[]> =>
      (await followUp(as)).filter(({ kind }) => kind === 'rating-reply');
    expect(await waiting('fp.pa')).toMatchObject([{ commitment, dueDate: null, reason: null }]);
    expect(await waiting('sec.rcm')).toEqual([]);
    expect(await waiting('fp.co')).toEqual([]);
  });
});
