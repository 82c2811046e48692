import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { remindersPreview, remindSeveralResponse, type RemindersPreview } from '@enlace/contract';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';
import { openWorld, placeCommitment, type RemindersWorld } from './reminders.harness.js';

const PATH = '/api/v1/follow-up/reminders';

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
  await world.owner.query('delete from idempotency_key');
  await world.setClock('2027-01-04T12:00:00Z');
  (api.mail.mails as unknown[]).length = 0;
});

/** A commitment under a recommendation, so that it has a place in the matrix. */
async function overdue(
  dueOn: string,
  organization: string,
  { secretariat = 'rcm-sec', number = 'F1' } = {},
): Promise<string> {
  const { commitment } = await placeCommitment(world, { dueOn, organization, secretariat });
  await world.owner.query(
    `insert into commitment_provision (commitment_id, provision_id)
     select $1, p.id from provision p join instrument i on i.id = p.instrument_id
      where i.symbol = 'SJ-2009' and p.number = $2`,
    [commitment, number],
  );
  return commitment;
}

const preview = async (query = '', as = 'sec.rcm'): Promise<RemindersPreview> =>
  remindersPreview.parse((await api.request(`${PATH}${query}`, { as })).body);

const remind = (commitments: readonly string[], key: string, as = 'sec.rcm'): Promise<TestAnswer> =>
  api.request(PATH, {
    ...{ as, method: 'POST', headers: { 'idempotency-key': `several-${key}` } },
    body: { commitments },
  });

const settle = (): Promise<unknown> =>
  // Steps whose day came before the date was made reach nobody: the clock has nothing to say of these.
  world.owner.query(
    `insert into reminder_step (due_date_id, step) select d.id, s from due_date d, unnest('{-30,-7,-1,1,14,30}'::int[]) s
      on conflict do nothing`,
  );

test('says first of which dates and whom it would remind, by organization and function', async () => {
  const late = await overdue('2027-02-20', 'pa-snm');
  const fresh = await overdue('2027-03-10', 'co-mig', { number: 'H1' });
  await overdue('2027-03-30', 'cr-dgme');
  await overdue('2027-02-20', 'cl-sermig', { secretariat: 'sacm-sec' });
  await world.setClock('2027-03-15T15:00:00Z');
  const { overdue: shown, more } = await preview();
  expect(more).toBe(false);
  expect(shown.map(({ commitment, state, days }) => [commitment, state, days])).toEqual([
    [late, 'PAN', 23],
    [fresh, 'COL', 5],
  ]);
  expect(
    shown.map(({ recipients }) => recipients.map(({ role, people }) => [role, people])),
  ).toEqual([
    [
      ['coordinator', 1],
      ['owner', 1],
    ],
    [['owner', 1]],
  ]);
  expect((await preview('?group=H')).overdue.map(({ commitment }) => commitment)).toEqual([fresh]);
  expect((await preview('?until=2027-03-01')).overdue).toHaveLength(1);
  expect((await preview('', 'sec.sacm')).overdue.map(({ state }) => state)).toEqual(['CHL']);
  expect((await api.request(PATH, { as: 'fp.pa' })).status).toBe(403);
  expect((await api.request(`${PATH}?group=${'F'.repeat(11)}`, { as: 'sec.rcm' })).status).toBe(
    422,
  );
});

test('reminds each person in one digest, and of what was reminded of today not again', async () => {
  const one = await overdue('2027-02-20', 'pa-snm');
  const other = await overdue('2027-03-10', 'pa-snm', { number: 'H1' });
  await settle();
  await world.setClock('2027-03-15T15:00:00Z');
  const answer = await remind([one, other, one], 'first');
  expect(answer.status).toBe(201);
  const { reminded } = remindSeveralResponse.parse(answer.body);
  expect(reminded.map(({ commitment, recipients }) => [commitment, recipients])).toEqual([
    [one, 2],
    [other, 1],
  ]);
  await world.strike('2027-03-15T15:01:00Z');
  expect(api.mail.mails.map(({ to }) => to.join()).toSorted()).toEqual([
    'fp.pa@enlace.test',
    'nc.pa@enlace.test',
  ]);
  expect((await remind([one, other, one], 'first')).body).toEqual(answer.body);
  expect((await preview()).overdue.map(({ remindedToday }) => remindedToday)).toEqual([true, true]);
  expect((await remind([one, other], 'again')).status).toBe(409);
  const third = await overdue('2027-03-11', 'pa-snm', { number: 'F2' });
  await settle();
  expect((await remind([one, third], 'third')).status).toBe(201);
  // The owner had a mail today: the new line waits for tomorrow's, and the old one is not repeated.
  await world.strike('2027-03-15T20:00:00Z');
  expect(api.mail.mails).toHaveLength(2);
  await world.strike('2027-03-16T15:00:00Z');
  expect(api.mail.mails).toHaveLength(3);
  const { rows } = await world.owner.query(
    `select count(*)::int as entries from audit_entry where action = 'commitments.remind'`,
  );
  expect(rows).toEqual([{ entries: 3 }]);
});

test('leaves out what the clock reminded of today', async () => {
  await overdue('2027-03-12', 'pa-snm');
  // A Monday: the step of one day after went out this morning.
  await world.strike('2027-03-15T15:00:00Z');
  const sent = api.mail.mails.length;
  expect(sent).toBeGreaterThan(0);
  const [shown] = (await preview()).overdue;
  expect(shown?.remindedToday).toBe(true);
  expect((await remind([shown?.commitment ?? ''], 'clock')).status).toBe(409);
});

test('all or nothing: one that is not the secretariat’s own refuses the whole', async () => {
  const own = await overdue('2027-02-20', 'pa-snm');
  const foreign = await overdue('2027-02-20', 'cl-sermig', { secretariat: 'sacm-sec' });
  await settle();
  await world.setClock('2027-03-15T15:00:00Z');
  expect((await remind([own, foreign], 'foreign')).status).toBe(403);
  expect((await remind([own, crypto.randomUUID()], 'random')).status).toBe(404);
  expect((await remind([], 'nothing')).status).toBe(422);
  const { rows } = await world.owner.query('select 1 from reminder');
  expect(rows).toEqual([]);
});
