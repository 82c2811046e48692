import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { holidaysResponse, type HolidayAnswer } from '@enlace/contract';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';
import { openWorld, placeCommitment, type RemindersWorld } from '../reminders/reminders.harness.js';

const PATH = '/api/v1/holidays';

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
  await world.setClock('2027-01-04T12:00:00Z');
});

const ofYear = async (year: number, as = 'nc.pa'): Promise<readonly HolidayAnswer[]> =>
  holidaysResponse.parse((await api.request(`${PATH}?year=${year}`, { as })).body).holidays;

const add = (body: unknown, key: string, as = 'nc.pa'): Promise<TestAnswer> =>
  api.request(PATH, { ...{ as, method: 'POST', body }, headers: { 'idempotency-key': key } });

const change = (
  on: string,
  { name, struck, etag }: { name: string; struck: boolean; etag: string },
  as = 'nc.pa',
): Promise<TestAnswer> =>
  api.request(`${PATH}/${on}`, {
    ...{ as, method: 'PUT', body: { name, struck }, headers: { 'if-match': `"${etag}"` } },
  });

test('the coordinator sees the library’s days off of the own State, others do not', async () => {
  const days = await ofYear(2027);
  expect(days.find(({ on }) => on === '2027-11-03')).toMatchObject({ struck: false });
  expect(days.length).toBeGreaterThan(8);
  expect((await ofYear(2027, 'nc.co')).some(({ on }) => on === '2027-11-03')).toBe(false);
  for (const as of ['fp.pa', 'sec.rcm', 'judge.pa', 'admin']) {
    expect((await api.request(`${PATH}?year=2027`, { as })).status).toBe(403);
  }
  expect((await api.request(`${PATH}?year=27`, { as: 'nc.pa' })).status).toBe(422);
});

test('adds a day once, and refuses what has passed, is there already or too far ahead', async () => {
  const day = { on: '2027-03-11', name: 'Día de la institución' };
  const first = await add(day, 'holiday-one');
  expect([first.status, first.body['on'], first.body['struck']]).toEqual([201, day.on, false]);
  expect((await add(day, 'holiday-one')).body).toEqual(first.body);
  const again = await add(day, 'holiday-two');
  expect([again.status, again.text.includes('/on')]).toEqual([422, true]);
  expect((await add({ ...day, on: '2026-12-31' }, 'holiday-old')).status).toBe(422);
  expect((await add({ ...day, on: '2040-01-01' }, 'holiday-far')).status).toBe(422);
  expect((await add({ ...day, on: '2027-02-30' }, 'holiday-none')).status).toBe(422);
  expect((await ofYear(2027)).filter(({ on }) => on === day.on)).toHaveLength(1);
  expect((await ofYear(2027, 'nc.co')).filter(({ on }) => on === day.on)).toEqual([]);
});

test('reminders follow the calendar: off while it stands, on again once it is struck out', async () => {
  const found = (await ofYear(2027)).find(({ on }) => on === '2027-03-11');
  if (!found) throw new Error('The day that was added is gone.');
  await placeCommitment(world, { dueOn: '2027-03-18' });
  await world.strike('2027-03-11T20:00:00Z');
  expect(api.mail.mails).toEqual([]);
  const struck = await change(found.on, { ...found, struck: true });
  expect([struck.status, struck.body['struck']]).toEqual([200, true]);
  expect(struck.headers.get('etag')).not.toBe(`"${found.etag}"`);
  await world.strike('2027-03-11T20:05:00Z');
  expect(api.mail.mails).toHaveLength(1);
});

test('a change names the version it was made on, and nobody changes another State’s day', async () => {
  const [day] = (await ofYear(2027)).filter(({ on }) => on === '2027-11-03');
  if (!day) throw new Error('There is no such day.');
  const named = await change(day.on, { ...day, name: 'Separación de Panamá' });
  expect([named.status, named.body['name']]).toEqual([200, 'Separación de Panamá']);
  const late = await change(day.on, { ...day, struck: true });
  expect([late.status, late.body['current']]).toEqual([412, named.body]);
  expect((await change('2027-11-02', { ...day, struck: true }, 'nc.co')).status).toBe(404);
  const unnamed = await api.request(`${PATH}/${day.on}`, {
    ...{ as: 'nc.pa', method: 'PUT', body: { name: 'Otro', struck: true } },
  });
  expect(unnamed.status).toBe(428);
  await world.setClock('2027-11-04T12:00:00Z');
  const etag = String(named.body['etag']);
  expect((await change(day.on, { ...day, etag, struck: true })).status).toBe(422);
  const { rows } = await world.owner.query(
    `select count(*)::int as entries from audit_entry a join organization o on o.id = a.organization_id
      where a.action = 'holidays.manage' and o.alias = 'pa-snm'`,
  );
  expect(rows).toEqual([{ entries: 3 }]);
});
