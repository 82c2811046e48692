import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  commitmentsResponse,
  forumPageResponse,
  provisionResponse,
  type ForumPageResponse,
  type ProvisionResponse,
} from '@enlace/contract';
import { FOLLOW_UP_STATUSES, worstStatus } from '@enlace/domain';
import { randomUUID } from 'node:crypto';
import { api, ids, owner, recorded, useCommitments } from '../commitments/commitments.harness.js';

useCommitments();

const READERS = ['fp.pa', 'fp.mx', 'editor.ngo', undefined] as const;

const listed = async (as: string | undefined, query: string) =>
  commitmentsResponse.parse(
    (await api.request(`/api/v1/commitments${query}`, as ? { as } : {})).body,
  ).commitments;
const provisionPage = async (as: string | undefined, number: string): Promise<ProvisionResponse> =>
  provisionResponse.parse(
    (await api.request(`/api/v1/provisions/${ids.provision(number)}`, as ? { as } : {})).body,
  );
const forumPage = async (as: string | undefined, alias = 'rcm'): Promise<ForumPageResponse> =>
  forumPageResponse.parse((await api.request(`/api/v1/forums/${alias}`, as ? { as } : {})).body);

beforeAll(async () => {
  const record = async (actor: string, classification: string, sql?: string): Promise<void> => {
    const id = await recorded({ actor: ids.organization(actor), classification });
    if (sql) await owner.query(sql, [id]);
  };
  const overdue = 'update due_date set due_on = current_date - 9 where commitment_id = $1';
  await record('pa-snm', 'public');
  await record('pa-snm', 'confidential', overdue);
  await record('mx-inm', 'restricted', overdue);
  await record(
    'cr-dgme',
    'community',
    'update due_date set due_on = current_date + 9 where commitment_id = $1',
  );
  await record('hn-inm', 'public', `update commitment set state = 'aspiration' where id = $1`);
  await record(
    'gt-igm',
    'public',
    `update due_date set due_on = current_date - 9, reported_on = current_date - 12 where commitment_id = $1`,
  );
  await record('unhcr', 'public');
  await owner.query(
    `insert into state_response (provision_id, state_id, version, position, language, body, answered_on)
     select $1, id, 1, 'supported', 'es', 'Panamá apoya la recomendación', '2010-03-01' from state where code = 'PAN'`,
    [ids.provision('F1')],
  );
}, 60_000);

describe('the page of a provision', () => {
  it.each(READERS)('gives %s every State’s answer, from what they may see', async (as) => {
    const { states, others } = await provisionPage(as, 'F1');
    expect(states).toHaveLength(35);
    const lines = await listed(as, `?provision=${ids.provision('F1')}`);
    const agency = ids.organization('unhcr');
    for (const { state, status, commitments, lastReportOn } of states) {
      const theirs = lines.filter((line) => line.state === state && line.actor !== agency);
      const reports = theirs.flatMap((line) => line.lastReportOn ?? []).sort();
      expect({ state, status, commitments, lastReportOn }).toEqual({
        state,
        status: worstStatus(theirs.map((line) => line.status)),
        commitments: theirs.length,
        lastReportOn: reports.at(-1) ?? null,
      });
    }
    expect(others).toEqual([
      expect.objectContaining({ organization: agency, status: 'on-track', commitments: 1 }),
    ]);
  });

  it('has what the State answered, and the original beside a translation', async () => {
    const { states, text, original, instrument } = await provisionPage(undefined, 'F1');
    expect(states.find(({ state }) => state === 'PAN')?.response).toEqual({
      ...{ version: 1, position: 'supported', on: '2010-03-01', etag: null, earlier: [] },
      texts: [{ language: 'es', body: 'Panamá apoya la recomendación', status: 'original' }],
    });
    expect(instrument).toMatchObject({ symbol: 'SJ-2009', provisions: 38 });
    expect(text.status).toBe('original');
    await owner.query(
      `insert into provision_text (provision_id, language, status, body) values ($1, 'fr', 'machine', 'Texte traduit')`,
      [ids.provision('F2')],
    );
    const path = `/api/v1/provisions/${ids.provision('F2')}`;
    const french = await api.request(path, { headers: { 'accept-language': 'fr' } });
    const page = provisionResponse.parse(french.body);
    expect(page.text).toEqual({ language: 'fr', status: 'machine', body: 'Texte traduit' });
    expect(page.original).toMatchObject({ language: 'en', status: 'original' });
    expect(original.language).toBe('en');
  });

  it('tells its lineage in both directions', async () => {
    await owner.query(
      `insert into provision_link (from_id, to_id, kind) values ($1, $2, 'repeats')`,
      [ids.provision('H1'), ids.provision('F5')],
    );
    const later = await provisionPage(undefined, 'H1');
    expect(later.links).toEqual([
      expect.objectContaining({ kind: 'repeats', direction: 'from', symbol: 'SJ-2009' }),
    ]);
    expect(later.links[0]?.provision.number).toBe('F5');
    const earlier = await provisionPage(undefined, 'F5');
    expect(earlier.links.map(({ direction, provision }) => [direction, provision.number])).toEqual([
      ['to', 'H1'],
    ]);
  });

  it('does not exist for an unknown id', async () => {
    expect((await api.request(`/api/v1/provisions/${randomUUID()}`)).status).toBe(404);
    expect((await api.request('/api/v1/provisions/F1')).status).toBe(404);
  });
});

describe('the page of a forum', () => {
  it.each(READERS)('counts for %s what the list shows them', async (as) => {
    const page = await forumPage(as);
    const lines = await listed(as, '?forum=rcm');
    const agency = ids.organization('unhcr');
    for (const status of FOLLOW_UP_STATUSES.filter((mark) => mark !== 'no-report')) {
      const expected = lines.filter((line) => line.status === status).length;
      expect([status, page.counts[status]]).toEqual([status, expected]);
      expect([status, page.instruments[0]?.counts[status]]).toEqual([status, expected]);
    }
    const due = lines.filter(({ status }) => status === 'overdue' || status === 'due-soon');
    expect(page.due.map(({ commitment }) => commitment).sort()).toEqual(
      due.map(({ id }) => id).sort(),
    );
    expect(page.due.map(({ dueOn }) => dueOn)).toEqual(page.due.map(({ dueOn }) => dueOn).sort());
    expect(page.moreDue).toBe(0);
    const silent = page.reports.filter(({ status }) => status === 'no-report');
    expect(page.counts['no-report']).toBe(silent.length);
    for (const { state, status, lastReportOn } of page.reports) {
      const theirs = lines.filter((line) => line.state === state && line.actor !== agency);
      expect([state, status]).toEqual([state, worstStatus(theirs.map((line) => line.status))]);
      expect(lastReportOn).toBe(theirs.flatMap((line) => line.lastReportOn ?? []).at(-1) ?? null);
    }
  });

  it('knows members and presidency of today', async () => {
    const { rows } = await owner.query<{ id: string }>(`select id from forum where alias = 'rcm'`);
    await owner.query('delete from forum_presidency where forum_id = $1', [rows[0]!.id]);
    expect((await forumPage(undefined)).presidency).toBeNull();
    await owner.query(
      `insert into forum_presidency select $1, id, current_date - 100, '2030-01-01' from state where code = 'GTM'`,
      [rows[0]!.id],
    );
    const page = await forumPage(undefined);
    expect(page.presidency).toMatchObject({ state: 'GTM', until: '2029-12-31' });
    expect(page.reports.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['BLZ', 'CAN', 'PAN', 'USA']),
    );
    await owner.query(
      `update forum_member set valid_to = current_date where forum_id = $1
       and state_id = (select id from state where code = 'BLZ')`,
      [rows[0]!.id],
    );
    expect((await forumPage(undefined)).reports.map(({ state }) => state)).not.toContain('BLZ');
  });

  it('does not exist for an unknown alias', async () => {
    expect((await api.request('/api/v1/forums/nowhere')).status).toBe(404);
    expect((await api.request('/api/v1/forums/RCM!')).status).toBe(404);
  });
});
