import { describe, expect, it } from '@jest/globals';
import { commitmentEventsResponse, progressReportsResponse } from '@enlace/contract';
import { Client } from 'pg';
import {
  act,
  api,
  begun,
  COMMITMENTS,
  draft,
  ids,
  owner,
  reportAs,
  submitted,
  useReports,
} from './progress-reports.harness.js';

useReports();

const returned = { reason: 'Falta decir qué pasos fronterizos informan' };
const kindsFor = async (id: string, as?: string) => {
  const answer = await api.request(`${COMMITMENTS}/${id}/events`, { ...(as ? { as } : {}) });
  return commitmentEventsResponse.parse(answer.body).events.map((event) => event.kind);
};

describe('sight of a report', () => {
  // Actor, ministry of its State, secretariat, member State, other forum's State, civil society, public.
  const readers = [
    'fp.pa',
    'fp.pa-min',
    'sec.rcm',
    'fp.mx',
    'fp.br',
    'editor.ngo',
    undefined,
  ] as const;
  const seen = (id: string) =>
    Promise.all(readers.map(async (as) => (await reportAs(id, as)).status === 200));
  const listed = (commitment: string) =>
    Promise.all(
      readers.map(async (as) => {
        const path = `${COMMITMENTS}/${commitment}/reports`;
        const answer = await api.request(path, { ...(as ? { as } : {}) });
        return progressReportsResponse.parse(answer.body).reports.length === 1;
      }),
    );

  it('grows with its state, of a public commitment', async () => {
    const { commitment, report } = await begun({ classification: 'public' });
    const { id } = report;
    const steps: readonly [boolean[], () => Promise<unknown>][] = [
      [
        [true, false, false, false, false, false, false],
        () => act(id, 'fp.pa', 'draft', draft()).then(() => act(id, 'fp.pa', 'submission')),
      ],
      [
        [true, true, true, false, false, false, false],
        () => act(id, 'sec.rcm', 'return', returned),
      ],
      [[true, true, true, false, false, false, false], () => act(id, 'fp.pa', 'submission')],
      [[true, true, true, false, false, false, false], () => act(id, 'sec.rcm', 'acceptance')],
      [[true, true, true, true, true, true, false], () => act(id, 'sec.rcm', 'publication')],
      [[true, true, true, true, true, true, true], () => Promise.resolve()],
    ];
    for (const [expected, next] of steps) {
      expect(await seen(id)).toEqual(expected);
      expect(await listed(commitment)).toEqual(expected);
      const isPublic = expected.at(-1)!;
      const told = await kindsFor(commitment);
      expect(told.filter((kind) => kind.startsWith('report-'))).toEqual(
        isPublic ? ['report-published'] : [],
      );
      await next();
    }
  });

  it('never exceeds that of its commitment', async () => {
    const { commitment, id } = await submitted({ classification: 'confidential' });
    await act(id, 'sec.rcm', 'acceptance');
    await act(id, 'sec.rcm', 'publication');
    expect(await seen(id)).toEqual([true, true, true, false, false, false, false]);
    const path = `${COMMITMENTS}/${commitment}/reports`;
    expect((await api.request(path, { as: 'fp.mx' })).status).toBe(404);
  });

  it('is refused by row security too, with its values, evidence and versions', async () => {
    const { commitment, id } = await submitted({ classification: 'public' });
    const { rows } = await owner.query<{ id: string }>(
      `insert into indicator (commitment_id, definition, unit, baseline, target, source, direction)
       values ($1, 'Perfiles', 'perfiles', 0, 12, 'Portal', 'up') returning id`,
      [commitment],
    );
    await owner.query('insert into indicator_value values ($1, $2, 3)', [rows[0]!.id, id]);
    await owner.query(
      `insert into evidence (commitment_id, report_id, kind, title, url, created_by)
       values ($1, $2, 'link', 'Perfil', 'https://example.org', $2)`,
      [commitment, id],
    );
    const held = async (organization: string | null): Promise<number[]> => {
      const client = new Client({ connectionString: api.urls.app });
      await client.connect();
      try {
        await client.query(
          `select set_config('app.organization', $1, false), set_config('app.readers', $2, false),
             set_config('app.own_state', '-1', false), set_config('app.state', '-1', false),
             set_config('app.person', '', false), set_config('app.firewall', '{}', false)`,
          [organization ?? '', `{${readersOf}}`],
        );
        const counted = await client.query<{ n: number[] }>(
          `select array[(select count(*) from commitment where id = $1), (select count(*) from progress_report where id = $2),
             (select count(*) from indicator_value where report_id = $2), (select count(*) from evidence where report_id = $2),
             (select count(*) from progress_report_version where report_id = $2)]::int[] as n`,
          [commitment, id],
        );
        return counted.rows[0]!.n;
      } finally {
        await client.end();
      }
    };
    const tokens = await owner.query<{ reader: number }>(
      `select ar.reader from audience_reader ar join commitment c on c.audience_id = ar.audience_id where c.id = $1`,
      [commitment],
    );
    const readersOf = tokens.rows.map((row) => row.reader).join(',');
    const organization = ids.organization;
    expect(await held(organization('pa-snm'))).toEqual([1, 1, 1, 1, 1]);
    expect(await held(organization('rcm-sec'))).toEqual([1, 1, 1, 1, 1]);
    expect(await held(organization('br-pf'))).toEqual([1, 0, 0, 0, 0]);
    expect(await held(null)).toEqual([1, 0, 0, 0, 0]);
    await owner.query(`update progress_report set state = 'accepted' where id = $1`, [id]);
    await owner.query(
      `update progress_report_version set outcome = 'accepted' where report_id = $1`,
      [id],
    );
    expect(await held(organization('br-pf'))).toEqual([1, 1, 1, 1, 1]);
    expect(await held(null)).toEqual([1, 0, 0, 0, 0]);
  });
});
