import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { commitmentResponse } from '@enlace/contract';
import { startTestApi, type TestApi } from '../app.harness.js';
import {
  openWorld,
  placeCommitment,
  submitReport,
  type RemindersWorld,
} from './reminders.harness.js';

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

const received = (): { to: string; subject: string }[] =>
  api.mail.mails.map(({ to, subject }) => ({ to: to.join(), subject }));

test('the owner is reminded once, from seven in the morning of the day, and nobody else', async () => {
  // A Thursday; 7 days before it is a Thursday too. Panama is five hours behind UTC.
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await world.strike('2027-03-11T11:55:00Z');
  expect(received()).toEqual([]);
  await world.strike('2027-03-11T12:00:00Z');
  expect(received()).toEqual([
    { to: 'fp.pa@enlace.test', subject: 'Enlace: hay un informe de avance por presentar' },
  ]);
  const [mail] = api.mail.mails;
  expect(mail?.text).toContain('18 de marzo de 2027 (dentro de 7 días)');
  expect(mail?.html).toContain('Protocolo de atención &lt;fronteras&gt;');
  await world.strike('2027-03-12T12:00:00Z');
  expect(received()).toHaveLength(1);
});

test('what an outage left undone goes out in one mail a person, each step once', async () => {
  const late = await placeCommitment(world, { dueOn: '2027-02-10', title: 'Uno' });
  await placeCommitment(world, { dueOn: '2027-03-18', title: 'Dos' });
  // Down from January to 15 March (T+33 of the first date): three steps before and three after it.
  await world.strike('2027-03-15T20:00:00Z');
  expect(
    received()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([...['fp.pa@enlace.test', 'nc.pa@enlace.test', 'sec.rcm@enlace.test']]);
  const own = api.mail.mails.find(({ to }) => to.includes('fp.pa@enlace.test'));
  expect(own?.subject).toBe('Enlace: hay 2 informes de avance por presentar, 1 de ellos vencido');
  const { rows } = await world.owner.query<{ steps: number[] }>(
    `select array_agg(distinct step order by step) as steps from reminder where due_date_id = $1`,
    [late.dueDate],
  );
  expect(rows[0]?.steps).toEqual([-30, -7, -1, 1, 14, 30]);
  await world.strike('2027-03-16T20:00:00Z');
  // 18 March is two days ahead now: its last step before the date comes tomorrow.
  expect(received()).toHaveLength(3);
  await world.strike('2027-03-17T20:00:00Z');
  expect(received()).toHaveLength(4);
});

test('nothing on days off of the owner’s State', async () => {
  await world.owner.query(
    `insert into holiday (state_id, on_date, name) select id, '2027-03-11', 'Día libre' from state
      where code = 'PAN' on conflict do nothing`,
  );
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await world.strike('2027-03-11T20:00:00Z');
  expect(received()).toEqual([]);
  await world.strike('2027-03-12T20:00:00Z');
  expect(received()).toHaveLength(1);
  await world.owner.query(`delete from holiday where on_date = '2027-03-11'`);
});

test('a line that a day off took out of a mail has a mail of its own on the next day', async () => {
  await world.owner.query(
    `insert into holiday (state_id, on_date, name) select id, '2027-03-12', 'Día libre' from state
      where code = 'PAN' on conflict do nothing`,
  );
  const { dueDate } = await placeCommitment(world, { dueOn: '2027-02-09' });
  await placeCommitment(world, { dueOn: '2027-02-09', organization: 'co-mig' });
  const toSecretariat = (): number =>
    received().filter(({ to }) => to === 'sec.rcm@enlace.test').length;
  await world.owner.query(`update due_date set created_at = '2027-01-01'`);
  // Six in the morning: planned, and in no mail yet. The line is made the first of its mail.
  await world.strike('2027-03-11T12:00:00Z');
  const { rowCount } = await world.owner.query(
    `update reminder set id = '00000000-0000-4000-8000-000000000000' where due_date_id = $1 and role = 'secretariat'`,
    [dueDate],
  );
  expect(rowCount).toBe(1);
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-11T20:00:00Z');
  api.mail.setRules({});
  await world.strike('2027-03-12T20:00:00Z');
  expect(toSecretariat()).toBe(1);
  await world.strike('2027-03-15T20:00:00Z');
  expect(toSecretariat()).toBe(2);
  await world.owner.query(`delete from holiday where on_date = '2027-03-12'`);
});

test('a submitted report stops the clock, also for a mail that was not handed over yet', async () => {
  const ids = await placeCommitment(world, { dueOn: '2027-03-18' });
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-11T20:00:00Z');
  expect(received()).toEqual([]);
  await submitReport(world, ids);
  api.mail.setRules({});
  await world.strike('2027-03-11T21:00:00Z');
  await world.strike('2027-04-22T20:00:00Z');
  expect(received()).toEqual([]);
  const { rows } = await world.owner.query('select distinct state from reminder');
  expect(rows).toEqual([{ state: 'cancelled' }]);
});

test('failures are tried again with back-off, refusals are not, and administrators see both', async () => {
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await placeCommitment(world, { dueOn: '2027-03-18', organization: 'co-mig' });
  api.mail.setRules({
    recipient: (to) =>
      to === 'fp.co@enlace.test'
        ? { code: 550, text: '5.1.1 <fp.co@enlace.test> unknown' }
        : { code: 451, text: 'Try again' },
  });
  await world.strike('2027-03-11T20:00:00Z');
  await world.strike('2027-03-11T20:05:00Z');
  const failed = await api.request('/api/v1/system/mails?state=failed', { as: 'admin' });
  expect(failed.body['mails']).toEqual([
    expect.objectContaining({ state: 'failed', attempts: 1, failure: '550 RCPT TO' }),
  ]);
  expect(failed.text).not.toContain('@');
  const queued = await api.request('/api/v1/system/mails?state=queued', { as: 'admin' });
  expect(queued.body['mails']).toEqual([
    expect.objectContaining({ state: 'queued', attempts: 1, failure: '451 RCPT TO' }),
  ]);
  api.mail.setRules({});
  await world.strike('2027-03-11T20:11:00Z');
  expect(received().map(({ to }) => to)).toEqual(['fp.pa@enlace.test']);
  expect((await api.request('/api/v1/system/mails', { as: 'fp.pa' })).status).toBe(403);
});

test('a mail that was handed over but not noted is repeated under the same Message-ID', async () => {
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await world.strike('2027-03-11T20:00:00Z');
  // As if the process had died after the server took the mail.
  await world.owner.query(`update mail set state = 'queued', sent_at = null`);
  await world.owner.query(`update reminder set state = 'queued', sent_at = null`);
  await world.strike('2027-03-11T21:00:00Z');
  const [first, second, ...more] = api.mail.mails.map(({ messageId }) => messageId);
  expect(second).toBe(first);
  expect(more).toEqual([]);
  expect(first).toMatch(/^<[\da-f-]{36}@enlace\.test>$/);
  const { rows } = await world.owner.query('select message_id, attempts from mail');
  expect(rows).toEqual([{ message_id: first, attempts: 2 }]);
});

test('the presidency hears nothing of a commitment that it may not see', async () => {
  await world.owner.query(
    `insert into forum_presidency (forum_id, state_id, valid_from, valid_to)
     select f.id, s.id, '2027-01-01', '2028-01-01' from forum f, state s
      where f.alias = 'rcm' and s.code = 'CRI' on conflict do nothing`,
  );
  await placeCommitment(world, { dueOn: '2027-02-10', title: 'Abierto' });
  await placeCommitment(world, {
    ...{ dueOn: '2027-02-10', title: 'Reservado', classification: 'confidential' },
  });
  await world.strike('2027-03-15T20:00:00Z');
  const presidency = api.mail.mails.filter(({ to }) => to.includes('nc.cr@enlace.test'));
  expect(presidency).toHaveLength(1);
  expect(presidency[0]?.text).toContain('Abierto');
  expect(presidency[0]?.text).not.toContain('confidencial');
  // Mail passes many hands: the title of a confidential commitment is in none.
  for (const { source } of api.mail.mails) expect(source).not.toContain('Reservado');
  await world.owner.query('delete from forum_presidency');
});

const key = (name: string): Record<string, string> => ({ 'idempotency-key': `test-${name}` });

test('the owner puts reminders off twice with a reason, and not a third time', async () => {
  const { commitment, dueDate } = await placeCommitment(world, { dueOn: '2027-03-18' });
  await world.setClock('2027-03-10T20:00:00Z');
  const path = `/api/v1/commitments/${commitment}/due-dates/${dueDate}/snooze`;
  const before = commitmentResponse.parse(
    (await api.request(`/api/v1/commitments/${commitment}`, { as: 'fp.pa' })).body,
  );

  const snooze = (name: string, untilOn: string, as = 'fp.pa') =>
    api.request(path, {
      ...{ as, method: 'POST', headers: key(name) },
      body: { untilOn, reason: 'La estadística sale el viernes' },
    });
  expect((await snooze('one-more', '2027-03-10')).status).toBe(422);
  expect((await snooze('one-more', '2027-06-10')).status).toBe(422);
  const first = await snooze('snooze-1', '2027-03-12');
  expect([first.status, first.body['times']]).toEqual([201, 1]);
  expect((await snooze('snooze-1', '2027-03-12')).body['times']).toBe(1);
  expect((await snooze('foreign-1', '2027-03-12', 'fp.co')).status).toBe(404);
  await world.strike('2027-03-11T20:00:00Z');
  expect(received()).toEqual([]);
  await world.strike('2027-03-12T20:00:00Z');
  expect(received()).toHaveLength(1);
  expect((await snooze('snooze-2', '2027-03-16')).body['times']).toBe(2);
  expect((await snooze('snooze-3', '2027-03-17')).status).toBe(409);
  const page = await api.request(`/api/v1/commitments/${commitment}`, { as: 'fp.pa' });
  const { offers, snoozes } = commitmentResponse.parse(page.body);
  expect([before.offers.includes('snooze'), offers.includes('snooze')]).toEqual([true, false]);
  const reason = 'La estadística sale el viernes';
  expect(snoozes).toEqual([
    { on: '2027-03-12', dueDate, untilOn: '2027-03-16', reason },
    { on: '2027-03-10', dueDate, untilOn: '2027-03-12', reason },
  ]);
  const coordinator = await api.request(`/api/v1/commitments/${commitment}`, { as: 'sec.rcm' });
  expect(commitmentResponse.parse(coordinator.body)).toMatchObject({ snoozes });
  expect(commitmentResponse.parse(coordinator.body).offers).not.toContain('snooze');
});

test('the secretariat reminds once a day, in the next mail of the day', async () => {
  const { commitment } = await placeCommitment(world, { dueOn: '2027-06-18' });
  const remind = (name: string, as = 'sec.rcm') =>
    api.request(`/api/v1/commitments/${commitment}/reminders`, {
      ...{ as, method: 'POST', headers: key(name) },
    });
  // A Sunday evening: whoever asks decides when.
  await world.setClock('2027-03-14T23:00:00Z');
  const first = await remind('remind-1');
  expect([first.status, first.body]).toEqual([
    201,
    { dueDateId: expect.any(String), dueOn: '2027-06-18', recipients: 1 },
  ]);
  expect((await remind('remind-2')).status).toBe(409);
  expect((await remind('remind-3', 'sec.sacm')).status).toBe(404);
  await world.strike('2027-03-14T23:01:00Z');
  expect(received()).toHaveLength(1);
  expect(api.mail.mails[0]?.text).toContain('La secretaría del foro le pide');
  const page = await api.request(`/api/v1/commitments/${commitment}`, { as: 'sec.rcm' });
  expect(commitmentResponse.parse(page.body).reminders).toEqual([
    expect.objectContaining({ step: null, role: 'owner', state: 'sent' }),
  ]);
  await world.setClock('2027-03-15T23:00:00Z');
  expect((await remind('remind-4')).status).toBe(201);
});

test('a clock set back between planning and hand-over does not make a reminder early', async () => {
  await placeCommitment(world, { dueOn: '2027-03-18', organization: 'cl-sermig' });
  api.mail.setRules({ recipient: () => ({ code: 451, text: 'Try again' }) });
  await world.strike('2027-03-11T12:00:00Z');
  await world.owner.query(`update mail set next_at = '2027-03-01'`);
  api.mail.setRules({});
  // Eight in the evening before, in Santiago.
  await world.strike('2027-03-10T23:00:00Z');
  const { rows } = await world.owner.query<{ step: number; state: string }>(
    'select step, state from reminder order by step',
  );
  expect(rows).toEqual([
    { step: -30, state: 'sent' },
    { step: -7, state: 'queued' },
  ]);
});
