import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mailsPage, type MailAnswer } from '@enlace/contract';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';
import {
  openWorld,
  placeCommitment,
  submitReport,
  type RemindersWorld,
} from './reminders.harness.js';

const MAILS = '/api/v1/system/mails';

let api: TestApi;
let world: RemindersWorld;

beforeAll(async () => {
  api = await startTestApi();
  world = await openWorld(api);
}, 60_000);

afterAll(async () => {
  await world.close();
  await api.close();
});

beforeEach(async () => {
  await world.owner.query('delete from reminder');
  await world.owner.query('delete from mail');
  await world.owner.query('truncate commitment cascade');
  await world.setClock('2027-01-04T12:00:00Z');
  api.mail.setRules({});
  (api.mail.mails as unknown[]).length = 0;
});

const mails = async (query = ''): Promise<readonly MailAnswer[]> =>
  mailsPage.parse((await api.request(`${MAILS}${query}`, { as: 'admin' })).body).mails;

const theOnly = async (): Promise<MailAnswer> => {
  const [mail, ...more] = await mails();
  if (!mail || more.length > 0) throw new Error('There is not just one mail.');
  return mail;
};

const retry = ({ id, etag }: { id: string; etag: string }, as = 'admin'): Promise<TestAnswer> =>
  api.request(`${MAILS}/${id}/retry`, {
    ...{ as, method: 'POST', headers: { 'if-match': `"${etag}"` } },
  });

const refuse = (): void => {
  api.mail.setRules({ recipient: () => ({ code: 550, text: 'No such mailbox' }) });
};

/** A reminder of 7 days before that the server refused, on a Thursday. */
async function refused(): Promise<{ ids: { commitment: string; dueDate: string } }> {
  const ids = await placeCommitment(world, { dueOn: '2027-03-18' });
  refuse();
  await world.strike('2027-03-11T20:00:00Z');
  return { ids };
}

test('a refused mail goes again with its lines and Message-ID, once, and the chain tells who tried', async () => {
  await refused();
  const failed = await theOnly();
  expect(failed).toMatchObject({
    ...{ state: 'failed', attempts: 1, failure: '550 RCPT TO', roles: ['owner'], nextAt: null },
  });
  const { rows: before } = await world.owner.query<{ id: string; message_id: string }>(
    'select r.id, m.message_id from reminder r join mail m on m.id = r.mail_id order by r.id',
  );
  api.mail.setRules({});
  const answer = await retry(failed);
  expect([answer.status, answer.body['state'], answer.body['attempts']]).toEqual([
    ...[200, 'queued', 1],
  ]);
  expect(answer.headers.get('etag')).toBe(`"${String(answer.body['etag'])}"`);
  await world.strike('2027-03-11T20:05:00Z');
  expect(api.mail.mails).toHaveLength(1);
  expect(api.mail.mails[0]?.messageId).toBe(before[0]?.message_id);
  expect(await theOnly()).toMatchObject({ state: 'sent', attempts: 2, failure: null });
  const { rows: after } = await world.owner.query(
    `select id, state from reminder where mail_id is not null order by id`,
  );
  expect(after).toEqual(before.map(({ id }) => ({ id, state: 'sent' })));
  await world.strike('2027-03-12T20:00:00Z');
  expect(api.mail.mails).toHaveLength(1);
  const { rows: entries } = await world.owner.query(
    `select o.alias from audit_entry a join organization o on o.id = a.organization_id
      where a.action = 'system.retry-mails' and a.record_id = $1`,
    [failed.id],
  );
  expect(entries).toEqual([{ alias: 'portal' }]);
});

test('only one that was given up on, at the version it was seen in, and by administrators alone', async () => {
  await refused();
  const failed = await theOnly();
  expect((await retry(failed, 'sec.rcm')).status).toBe(403);
  expect((await retry({ ...failed, etag: 'another' })).status).toBe(412);
  const unnamed = await api.request(`${MAILS}/${failed.id}/retry`, { as: 'admin', method: 'POST' });
  expect(unnamed.status).toBe(428);
  expect((await retry({ ...failed, id: failed.personId })).status).toBe(404);
  expect(await theOnly()).toEqual(failed);
  const first = await retry(failed);
  expect(first.status).toBe(200);
  // The version it was seen in is gone, and what waits is not retried.
  expect((await retry(failed)).status).toBe(412);
  expect((await retry({ id: failed.id, etag: String(first.body['etag']) })).status).toBe(409);
});

test('nothing joins a mail that is tried again, and the person still gets one mail a day', async () => {
  await refused();
  const failed = await theOnly();
  await retry(failed);
  // Another date's step comes on the same day; the mail of the first is refused for now.
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-11T20:05:00Z');
  await placeCommitment(world, { dueOn: '2027-03-19', title: 'Segundo' });
  await world.strike('2027-03-12T12:10:00Z');
  api.mail.setRules({});
  await world.strike('2027-03-12T20:00:00Z');
  expect(api.mail.mails).toHaveLength(1);
  expect(api.mail.mails[0]?.text).not.toContain('Segundo');
  // 13 and 14 March are a weekend.
  await world.strike('2027-03-15T20:00:00Z');
  expect(api.mail.mails.map(({ text }) => text.includes('Segundo'))).toEqual([false, true]);
});

test('a mail of a person to whom another waits is not retried before that one has gone', async () => {
  await refused();
  const failed = await theOnly();
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-17T20:00:00Z');
  expect((await mails('?state=queued')).length).toBe(1);
  expect((await retry(failed)).status).toBe(409);
  api.mail.setRules({});
  await world.strike('2027-03-17T21:00:00Z');
  expect((await retry(failed)).status).toBe(200);
  // One mail a day: the older one waits for the next.
  await world.strike('2027-03-17T21:10:00Z');
  expect(api.mail.mails).toHaveLength(1);
  await world.strike('2027-03-18T20:00:00Z');
  expect(api.mail.mails).toHaveLength(2);
});

test('a report that came meanwhile stops a mail that is tried again', async () => {
  const { ids } = await refused();
  const failed = await theOnly();
  await submitReport(world, ids);
  api.mail.setRules({});
  expect((await retry(failed)).status).toBe(200);
  await world.strike('2027-03-11T20:05:00Z');
  expect(api.mail.mails).toEqual([]);
  expect((await theOnly()).state).toBe('cancelled');
});

test('a server that is down for many attempts makes the mail wait no longer than six hours', async () => {
  await placeCommitment(world, { dueOn: '2027-03-18' });
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-11T20:00:00Z');
  await world.owner.query('update mail set attempts = 38, next_at = enlace_now()');
  await world.strike('2027-03-12T14:00:00Z');
  expect(await theOnly()).toMatchObject({
    ...{ state: 'queued', attempts: 39, nextAt: '2027-03-12T20:00:00.000Z' },
  });
  await world.strike('2027-03-12T20:00:00Z');
  expect(await theOnly()).toMatchObject({ state: 'failed', attempts: 40, failure: '451 RCPT TO' });
});

test('pages go on where the one before ended', async () => {
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await placeCommitment(world, { dueOn: '2027-03-18', organization: 'co-mig' });
  await placeCommitment(world, { dueOn: '2027-03-18', organization: 'cr-dgme' });
  await world.strike('2027-03-11T20:00:00Z');
  const all = await mails();
  expect(all).toHaveLength(3);
  const read: MailAnswer[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = `?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = mailsPage.parse((await api.request(`${MAILS}${query}`, { as: 'admin' })).body);
    read.push(...page.mails);
    cursor = page.next;
  }
  expect(read).toEqual(all);
  const one = await api.request(`${MAILS}/${all[0]?.id ?? ''}`, { as: 'admin' });
  expect(one.body).toEqual(all[0]);
});
