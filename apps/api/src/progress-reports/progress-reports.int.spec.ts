import { describe, expect, it } from '@jest/globals';
import {
  commitmentEventsResponse,
  commitmentResponse,
  progressReportAnswer,
} from '@enlace/contract';
import { randomUUID } from 'node:crypto';
import {
  act,
  api,
  begun,
  change,
  COMMITMENTS,
  create,
  draft,
  owner,
  reportAs,
  REPORTS,
  submitted,
  useReports,
} from './progress-reports.harness.js';

useReports();

const faults = (body: Record<string, unknown>): unknown =>
  (body['errors'] as { pointer: string; rule: string }[]).map(({ pointer, rule }) => [
    pointer,
    rule,
  ]);
const link = { kind: 'link', title: 'Perfil de septiembre', url: 'https://example.org/perfil' };
const returned = { reason: 'Falta decir qué pasos fronterizos informan' };
const commitmentOf = async (id: string, as?: string) =>
  commitmentResponse.parse(
    (await api.request(`${COMMITMENTS}/${id}`, { ...(as ? { as } : {}) })).body,
  );
const kindsFor = async (id: string, as?: string) => {
  const answer = await api.request(`${COMMITMENTS}/${id}/events`, { ...(as ? { as } : {}) });
  return commitmentEventsResponse.parse(answer.body).events.map((event) => event.kind);
};

describe('beginning a report', () => {
  it('makes one for a due date and finds it afterwards', async () => {
    const { commitment, dueDate, report } = await begun();
    expect(report).toMatchObject({ state: 'draft', version: 1, offers: ['edit', 'submit'] });
    const again = await create(`${COMMITMENTS}/${commitment}/reports`, 'fp.pa', { dueDate });
    expect([again.status, again.body['id']]).toEqual([201, report.id]);
  });

  it('is the actor’s alone', async () => {
    const { commitment, dueDate } = await begun();
    const by = async (as: string) =>
      (await create(`${COMMITMENTS}/${commitment}/reports`, as, { dueDate })).status;
    expect(await Promise.all(['fp.pa-min', 'fp.mx', 'sec.rcm', 'editor.ngo'].map(by))).toEqual([
      403, 403, 403, 403,
    ]);
    const hidden = await begun({ classification: 'confidential' });
    const path = `${COMMITMENTS}/${hidden.commitment}/reports`;
    expect((await create(path, 'fp.mx', { dueDate })).status).toBe(404);
  });

  it('refuses a date of another commitment, a waived one, and a closed commitment', async () => {
    const { commitment } = await begun();
    const other = await begun();
    const path = `${COMMITMENTS}/${commitment}/reports`;
    const strange = await create(path, 'fp.pa', { dueDate: other.dueDate });
    expect(faults(strange.body)).toEqual([['/dueDate', 'unknown-record']]);
    const { rows } = await owner.query<{ id: string }>(
      `insert into due_date (commitment_id, due_on, waived_at, waive_reason)
       values ($1, '2027-01-31', now(), 'Huracán') returning id`,
      [commitment],
    );
    const waived = await create(path, 'fp.pa', { dueDate: rows[0]!.id });
    expect(faults(waived.body)).toEqual([['/dueDate', 'date-waived']]);
    const body = { act: 'drop', reason: 'El programa fue cancelado por ley' };
    await change(`${COMMITMENTS}/${commitment}/acts`, 'sec.rcm', { id: commitment, body });
    expect((await create(path, 'fp.pa', { dueDate: rows[0]!.id })).status).toBe(409);
  });
});

describe('writing a report', () => {
  it('shows both versions when somebody wrote meanwhile', async () => {
    const { report } = await begun();
    await act(report.id, 'fp.pa', 'draft', draft());
    const stale = await api.request(`${REPORTS}/${report.id}/draft`, {
      ...{ as: 'fp.pa', method: 'PUT', body: draft({ percent: 90 }) },
      headers: { 'if-match': `"${report.etag}"` },
    });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { percent: 40 }, yours: { percent: 90 } });
  });

  it('takes values of the commitment’s own indicators', async () => {
    const { commitment, report } = await begun();
    const indicator = {
      ...{ definition: 'Perfiles publicados', unit: 'perfiles', baseline: 0, target: 12 },
      ...{ source: 'Portal', direction: 'up' },
    };
    const path = `${COMMITMENTS}/${commitment}/indicators`;
    await change(path, 'sec.rcm', { id: commitment, body: indicator });
    const own = (await commitmentOf(commitment, 'fp.pa')).indicators[0]!.id;
    const save = (...given: string[]) => {
      const values = given.map((id) => ({ indicator: id, value: 3 }));
      return act(report.id, 'fp.pa', 'draft', draft({ values }));
    };
    expect(faults((await save(randomUUID())).body)).toEqual([
      ['/values/0/indicator', 'unknown-record'],
    ]);
    expect(faults((await save(own, own)).body)).toEqual([
      ['/values/1/indicator', 'already-exists'],
    ]);
    expect((await save(own)).body).toMatchObject({ values: [{ indicator: own, value: 3 }] });
    const seen = await commitmentOf(commitment, 'fp.mx');
    expect(seen.indicators[0]?.values).toEqual([]);
    await act(report.id, 'fp.pa', 'submission');
    await act(report.id, 'sec.rcm', 'acceptance');
    const then = await commitmentOf(commitment, 'fp.mx');
    expect(then.indicators[0]?.values.map(({ value }) => value)).toEqual([3]);
  });

  it('adds and removes evidence, and refuses what looks like personal data', async () => {
    const { report } = await begun();
    const path = `${REPORTS}/${report.id}/evidence`;
    const added = progressReportAnswer.parse((await create(path, 'fp.pa', link)).body);
    expect(added.evidence).toMatchObject([{ kind: 'link', url: link.url, file: null }]);
    const file = { kind: 'file', title: 'Un archivo', file: randomUUID() };
    expect(faults((await create(path, 'fp.pa', file)).body)).toEqual([['/file', 'unknown-record']]);
    const named = draft({ body: 'Llamar al 6612-3456 de Ana' });
    expect(faults((await act(report.id, 'fp.pa', 'draft', named)).body)).toEqual([
      ['/body', 'personal-data'],
    ]);
    const remove = (etag: string | null) =>
      api.request(`${path}/${added.evidence[0]!.id}`, {
        ...{ as: 'fp.pa', method: 'DELETE' },
        headers: etag === null ? {} : { 'if-match': `"${etag}"` },
      });
    expect((await remove(null)).status).toBe(428);
    const stale = await remove(report.etag);
    expect(stale).toMatchObject({ status: 412, body: { current: { etag: added.etag } } });
    const removed = await remove(added.etag);
    expect(removed.body).toMatchObject({ evidence: [] });
    expect((await remove(String(removed.body['etag']))).status).toBe(404);
  });
});

describe('handing a report in', () => {
  it('needs a text, stops the clock on the actor’s day and starts the commitment', async () => {
    const { commitment, report } = await begun();
    const empty = await act(report.id, 'fp.pa', 'submission');
    expect(faults(empty.body)).toEqual([['/body', 'required']]);
    await act(report.id, 'fp.pa', 'draft', draft());
    const handed = await act(report.id, 'fp.pa', 'submission');
    expect(handed.body).toMatchObject({ state: 'submitted', version: 1, offers: [] });
    const whole = await commitmentOf(commitment, 'fp.mx');
    expect(whole).toMatchObject({ state: 'in-progress' });
    expect(whole.dueDates[0]).toMatchObject({ status: 'reported', reportedOn: whole.today });
    expect(await kindsFor(commitment, 'fp.pa')).toEqual([
      'report-submitted',
      'started',
      'recorded',
    ]);
    expect(await kindsFor(commitment, 'fp.mx')).toEqual(['started', 'recorded']);
    expect((await act(report.id, 'fp.pa', 'draft', draft())).status).toBe(409);
  });

  it('counts the day in the zone of who reports', async () => {
    // Twenty-five hours apart: the two never share a day.
    const days = new Set<string>();
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await owner.query(`update organization set time_zone = $1 where alias = 'pa-snm'`, [zone]);
      const { commitment } = await submitted();
      const { rows } = await owner.query<{ on: string; expected: string }>(
        `select to_char(reported_on, 'YYYY-MM-DD') as on,
           to_char(now() at time zone $2, 'YYYY-MM-DD') as expected from due_date where commitment_id = $1`,
        [commitment, zone],
      );
      expect(rows[0]!.on).toBe(rows[0]!.expected);
      days.add(rows[0]!.on);
    }
    await owner.query(
      `update organization set time_zone = 'America/Panama' where alias = 'pa-snm'`,
    );
    expect(days.size).toBe(2);
  });

  it('comes back with a reason, keeps the version, and hides what is written anew', async () => {
    const { commitment, id } = await submitted();
    await owner.query(`update due_date set reported_on = '2026-01-05' where commitment_id = $1`, [
      commitment,
    ]);
    const back = await act(id, 'sec.rcm', 'return', returned);
    expect(back.body).toMatchObject({ state: 'returned', returnReason: returned.reason });
    await act(id, 'fp.pa', 'draft', draft({ body: 'Todavía sin terminar', percent: 55 }));
    await create(`${REPORTS}/${id}/evidence`, 'fp.pa', link);
    const owners = progressReportAnswer.parse((await reportAs(id, 'fp.pa')).body);
    expect(owners).toMatchObject({ body: 'Todavía sin terminar', version: 2, percent: 55 });
    for (const as of ['sec.rcm', 'fp.pa-min']) {
      const seen = progressReportAnswer.parse((await reportAs(id, as)).body);
      expect(seen).toMatchObject({ body: draft()['body'], version: 1, percent: 40, evidence: [] });
      expect(seen.versions).toMatchObject([{ version: 1, outcome: 'returned', ...returned }]);
    }
    expect((await act(id, 'fp.pa', 'submission')).body).toMatchObject({ version: 2 });
    const accepted = await act(id, 'sec.rcm', 'acceptance');
    expect(accepted.body).toMatchObject({ state: 'accepted', returnReason: null });
    expect(progressReportAnswer.parse(accepted.body).versions.map((v) => v.outcome)).toEqual([
      'accepted',
      'returned',
    ]);
    const reader = progressReportAnswer.parse((await reportAs(id, 'fp.mx')).body);
    expect(reader.versions.map((v) => v.version)).toEqual([2]);
    expect((await commitmentOf(commitment, 'fp.mx')).dueDates[0]?.reportedOn).toBe('2026-01-05');
  });

  it('is not accepted unread: a version handed in meanwhile is shown first', async () => {
    const { id } = await submitted();
    const { etag } = progressReportAnswer.parse((await reportAs(id, 'sec.rcm')).body);
    await act(id, 'sec.rcm', 'return', returned);
    await act(id, 'fp.pa', 'draft', draft({ body: 'Otro texto' }));
    await act(id, 'fp.pa', 'submission');
    const blind = await api.request(`${REPORTS}/${id}/acceptance`, {
      ...{ as: 'sec.rcm', method: 'POST', headers: { 'if-match': `"${etag}"` } },
    });
    expect(blind.status).toBe(412);
    expect(blind.body).toMatchObject({ current: { body: 'Otro texto', version: 2 } });
  });

  it('goes along its machine, in the hands of the recording secretariat', async () => {
    const { id } = await submitted({ classification: 'community' });
    expect((await act(id, 'sec.rcm', 'publication')).status).toBe(409);
    await act(id, 'sec.rcm', 'acceptance');
    const strange = await act(id, 'sec.sacm', 'publication');
    expect(strange.status).toBe(403);
    expect((await act(id, 'fp.pa', 'publication')).status).toBe(403);
    expect((await act(id, 'sec.rcm', 'return', returned)).status).toBe(409);
    expect((await act(id, 'sec.rcm', 'publication')).body).toMatchObject({ state: 'published' });
  });
});
