import { WEB_CLIENT } from '@enlace/dev-identity';
import { withClient } from '@enlace/dev-postgres';
import type { HolidayAnswer, MailsPage } from '@enlace/contract';
import { randomUUID } from 'node:crypto';
import type { Road } from './road.js';

const HOLIDAYS = '/api/v1/holidays';
const MAILS = '/api/v1/system/mails';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** What is no job of its own: who is signed in, search, holidays, mails, the trail, what operators look at. */
export async function portalJourney(road: Road): Promise<void> {
  const { as } = road;
  for (const path of ['session', 'desk', 'live-updates', 'search?q=Panam']) {
    await as('fp.pa').get(`/api/v1/${path}`);
  }
  await as().unchanged('/api/v1/reference');
  await as().unchanged('/api/v1/recommendations');
  await as('auditor.pa').get('/api/v1/audit?limit=5');
  await holidays(road);
  await retryMail(road);
  await operate(road);
  await endSession(road);
}

async function holidays({ as }: Road): Promise<void> {
  const coordinator = as('nc.pa');
  const year = new Date().getUTCFullYear() + 1;
  await coordinator.get(`${HOLIDAYS}?year=${year}`);
  const on = `${year}-09-09`;
  const day = { on, name: 'Day of the register' };
  const { etag } = await coordinator.send<HolidayAnswer>('POST', HOLIDAYS, day);
  const struck = { name: day.name, struck: true };
  await coordinator.send('PUT', `${HOLIDAYS}/${on}`, struck, etag);
}

/** Mails go out when it is day where their reader is, so that one that failed is placed. */
async function retryMail({ as, system }: Road): Promise<void> {
  await withClient(system.urls.owner, (owner) =>
    owner.query(
      `insert into mail (person_id, organization_id, day, message_id, state, failure)
       select person_id, organization_id, '2020-01-02', 'contract', 'failed', '550 RCPT TO'
       from membership m join person p on p.id = m.person_id where p.username = 'fp.bz'`,
    ),
  );
  const admin = as('admin');
  const { mails } = await admin.get<MailsPage>(`${MAILS}?state=failed&limit=5`);
  const [failed] = mails;
  if (!failed) throw new Error('No mail has failed');
  await admin.get(`${MAILS}/${failed.id}`);
  await admin.send('POST', `${MAILS}/${failed.id}/retry`, undefined, failed.etag);
}

async function operate({ as }: Road): Promise<void> {
  await as().get('/api/health/live');
  await as().get('/api/health/ready');
  await as().call('/api/metrics');
  await as().call('/api/metrics', { headers: { authorization: `Bearer ${'m'.repeat(64)}` } });
}

async function endSession({ as, system }: Road): Promise<void> {
  const claims = { aud: WEB_CLIENT, jti: randomUUID(), events: { [LOGOUT_EVENT]: {} } };
  const token = await system.identity.token('press', {
    overrides: { header: { typ: 'logout+jwt' }, claims },
  });
  await as().call('/api/v1/session/back-channel-logout', {
    method: 'POST',
    body: new TextEncoder().encode(`logout_token=${token}`),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}
