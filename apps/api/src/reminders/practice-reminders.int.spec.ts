import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../app.harness.js';
import { openWorld, type RemindersWorld } from './reminders.harness.js';

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
  for (const table of ['practice_reminder', 'reminder', 'mail', 'practice']) {
    await world.owner.query(`delete from ${table}`);
  }
  await world.setClock('2027-01-04T12:00:00Z');
  (api.mail.mails as unknown[]).length = 0;
});

const TITLE = 'Un rol compartido';

/** A published practice of the civil society network, confirmed on 4 January 2027. */
async function placePractice(classification = 'public'): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into practice (id, organization_id, classification, audience_id, current_version, published_on,
       confirmed_on, created_by)
     select $1, o.id, $2, 0, 1, '2027-01-04', '2027-01-04', gen_random_uuid() from organization o where o.alias = 'red-camino'`,
    [id, classification],
  );
  await world.owner.query(
    `insert into practice_version (practice_id, version, state, themes, states, decided_at)
     values ($1, 1, 'published', '{asylum}', '{}', '2026-01-04')`,
    [id],
  );
  await world.owner.query(
    `insert into practice_text (practice_id, version, language, status, title) values ($1, 1, 'es', 'original', $2)`,
    [id, TITLE],
  );
  await world.owner.query('select refresh_practice_audience($1)', [id]);
  return id;
}

const ask = (practice: string): Promise<unknown> =>
  world.owner.query(
    `insert into question (practice_id, organization_id, language, body, asked_by)
     select $1, m.organization_id, 'es', '¿Quién paga los turnos?', p.id from person p
     join membership m on m.person_id = p.id where p.username = 'fp.co'`,
    [practice],
  );

const adopt = (practice: string, adopter: string, state: string, on: string): Promise<unknown> =>
  world.owner.query(
    `insert into adoption (practice_id, organization_id, declared_by, state, use, language, adaptation, started_on,
       contact, created_by)
     select $1, a.id, d.id, $3, 'in-use', 'es', 'De noche', $4, '', gen_random_uuid()
     from organization a, organization d
     where a.alias = $2 and d.alias = case $3 when 'declared' then 'red-camino' else $2 end`,
    [practice, adopter, state, on],
  );

/** To whom mails went since the last look, and what they are called. */
const received = (): string[] => {
  const lines = api.mail.mails.map(({ to, subject }) => `${to.join()}: ${subject}`);
  (api.mail.mails as unknown[]).length = 0;
  return lines;
};

const ONE = 'Enlace: novedad sobre una buena práctica';

describe('mails about good practices', () => {
  it('tell the owner of a question in the morning, once, and who asked of the answer', async () => {
    const practice = await placePractice();
    await ask(practice);
    // Six in the morning in Costa Rica, where the network is.
    await world.strike('2027-01-05T12:00:00Z');
    expect(received()).toEqual([]);
    await world.strike('2027-01-05T13:00:00Z');
    const [mail] = api.mail.mails.filter(({ to }) => to.includes('editor.ngo@enlace.test'));
    expect(mail?.subject).toBe(ONE);
    expect(mail?.text).toContain(TITLE);
    expect(mail?.text).toContain('Una pregunta espera su respuesta.');
    expect(mail?.text).toContain(`/practices/${practice}`);
    received();
    await world.strike('2027-01-06T13:00:00Z');
    expect(received()).toEqual([]);

    await world.owner.query(
      `update question set answer = 'El servicio', answer_language = 'es', answered_at = enlace_now()`,
    );
    await world.strike('2027-01-07T13:00:00Z');
    expect(received()).toEqual([`fp.co@enlace.test: ${ONE}`]);
    await world.strike('2027-01-08T13:00:00Z');
    expect(received()).toEqual([]);
  });

  it('say nothing of a question that was answered before the morning came', async () => {
    await ask(await placePractice());
    await world.strike('2027-01-05T11:00:00Z');
    await world.owner.query(`delete from question`);
    await world.strike('2027-01-05T14:00:00Z');
    expect(received()).toEqual([]);
    const { rows } = await world.owner.query('select distinct state from practice_reminder');
    expect(rows).toEqual([{ state: 'cancelled' }]);
  });

  it('ask the adopter for the result after a year, on working days, once more, until it is there', async () => {
    const practice = await placePractice();
    await adopt(practice, 'co-mig', 'confirmed', '2026-01-10');
    // A Sunday.
    await world.strike('2027-01-10T15:00:00Z');
    expect(received()).toEqual([]);
    await world.strike('2027-01-12T15:00:00Z');
    expect(received()).toEqual([`nc.co@enlace.test: ${ONE}`]);
    // Down for weeks: the second step goes out late, and once.
    await world.strike('2027-03-02T15:00:00Z');
    expect(received()).toEqual([`nc.co@enlace.test: ${ONE}`]);
    await world.strike('2027-03-03T15:00:00Z');
    expect(received()).toEqual([]);
  });

  it('name no practice that is told to few, and tell nobody who does not see it', async () => {
    const practice = await placePractice('confidential');
    await adopt(practice, 'co-mig', 'declared', '2026-12-10');
    await ask(practice);
    await world.strike('2027-01-05T15:00:00Z');
    const [mail] = api.mail.mails;
    expect(mail?.text).toContain('Práctica de circulación restringida');
    expect(mail?.text).not.toContain(TITLE);
    expect(received().every((one) => !one.startsWith('nc.co'))).toBe(true);
  });

  it('remind a reviewer before and after the day, and not who has declined', async () => {
    const practice = await placePractice();
    await world.owner.query(
      `insert into practice_version (practice_id, version, state, themes, states)
       values ($1, 2, 'in-review', '{asylum}', '{}')`,
      [practice],
    );
    const assign = (username: string, state: string): Promise<unknown> =>
      world.owner.query(
        `insert into practice_review (practice_id, version, person_id, organization_id, language, state, due_on, decline_reason)
         select $1, 2, p.id, m.organization_id, 'es', $3, '2027-02-03', case $3 when 'declined' then 'no-time' end
         from person p join membership m on m.person_id = p.id where p.username = $2`,
        [practice, username, state],
      );
    await assign('scholar', 'assigned');
    await assign('ombud.pa', 'declined');
    const days: string[] = [];
    for (const day of ['01-05', '01-06', '01-27', '01-28', '02-02', '02-03', '02-04', '02-05']) {
      await world.strike(`2027-${day}T20:00:00Z`);
      days.push(...received().map((one) => `${day} ${one}`));
    }
    expect(days).toEqual(
      ['01-05', '01-27', '02-02', '02-04'].map((day) => `${day} scholar@enlace.test: ${ONE}`),
    );
  });
});
