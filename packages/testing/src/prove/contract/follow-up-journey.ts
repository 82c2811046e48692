import type {
  CommitmentResponse,
  CommitmentWritten,
  ProvisionResponse,
  RatingAnswer,
  RatingsResponse,
  RemindersPreview,
} from '@enlace/contract';
import { withClient } from '@enlace/dev-postgres';
import { sendFile } from './files.js';
import type { Road } from './road.js';
import { reportProgress } from './progress-journey.js';

const COMMITMENTS = '/api/v1/commitments';
const IMPORTS = '/api/v1/forums/rcm/imports';
const DAY = 86_400_000;

/** A day so many days from now. */
const dayIn = (days: number): string =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Follow-up: recorded, changed, planned, reported on, reminded of, rated; imported; shown to everybody. */
export async function followUpJourney(road: Road): Promise<void> {
  const provision = await provisionOf(road);
  await answerProvision(road, provision);
  const id = await record(road, provision);
  await plan(road, id, provision);
  await reportProgress(road, id);
  await remind(road, id);
  await rate(road, id);
  await importCommitments(road);
  await read(road, id);
}

const provisionOf = ({ system }: Road): Promise<string> =>
  withClient(system.urls.owner, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `select p.id from provision p join instrument i on i.id = p.instrument_id
       where i.symbol = 'SJ-2009' and p.number = 'F1'`,
    );
    if (!rows[0]) throw new Error('There is no provision F1');
    return rows[0].id;
  });

async function answerProvision({ as }: Road, id: string): Promise<void> {
  const coordinator = as('nc.pa');
  const path = `/api/v1/provisions/${id}`;
  const { states } = await coordinator.get<ProvisionResponse>(path);
  const standing = states.find(({ state }) => state === 'PAN')?.response?.etag ?? undefined;
  const answer = { position: 'supported', language: 'en', body: 'Panama supports what is asked.' };
  await coordinator.send('PUT', `${path}/response`, answer, standing);
}

const words = {
  ...{ language: 'en', title: 'Publish the profile of arrivals every month' },
  ...{ deliverable: 'A profile a month', verification: 'The profiles in the portal' },
};

async function record({ as, reference, organization }: Road, provision: string): Promise<string> {
  const { id } = await as('sec.rcm').send<CommitmentWritten>('POST', COMMITMENTS, {
    forum: reference.forums.find(({ alias }) => alias === 'rcm')?.id,
    ...{ actor: organization('pa-snm'), provisions: [provision], text: words },
    ...{ dueOn: dayIn(300), classification: 'public' },
  });
  return id;
}

async function plan({ as, organization }: Road, id: string, provision: string): Promise<void> {
  const secretariat = as('sec.rcm');
  const path = `${COMMITMENTS}/${id}`;
  const write = async (method: 'POST' | 'PUT', at: string, body: object): Promise<void> => {
    await secretariat.send(method, `${path}${at}`, body, await secretariat.versionOf(path));
  };
  await write('PUT', '', {
    ...{ provisions: [provision], text: words, dueOn: dayIn(330), classification: 'public' },
  });
  await write('POST', '/acts', { act: 'start' });
  await write('PUT', '/schedule', { dates: [dayIn(30), dayIn(60), dayIn(90), dayIn(120)] });
  const action = {
    ...{ title: 'Agree on the form', owner: organization('pa-snm'), weight: 1 },
    ...{ from: null, until: null },
  };
  const indicator = {
    ...{ definition: 'Profiles published', unit: 'profiles', baseline: 0, target: 12 },
    ...{ source: 'The portal', direction: 'up' },
  };
  await write('POST', '/actions', action);
  await write('POST', '/indicators', indicator);
  const made = await secretariat.get<CommitmentResponse>(path);
  await write('PUT', `/actions/${made.actions[0]?.id ?? ''}`, { ...action, state: 'running' });
  await write('PUT', `/indicators/${made.indicators[0]?.id ?? ''}`, { ...indicator, target: 10 });
  const [last] = made.dueDates.filter(({ dueOn }) => dueOn === dayIn(120));
  const reason = 'No meeting takes place that month.';
  await write('POST', `/due-dates/${last?.id ?? ''}/waiver`, { reason });
}

async function remind({ as }: Road, id: string): Promise<void> {
  const secretariat = as('sec.rcm');
  await secretariat.send('POST', `${COMMITMENTS}/${id}/reminders`);
  const { overdue } = await secretariat.get<RemindersPreview>('/api/v1/follow-up/reminders');
  const commitments = overdue.filter((one) => !one.remindedToday).map((one) => one.commitment);
  await secretariat.send('POST', '/api/v1/follow-up/reminders', { commitments });
  const { dueDates } = await secretariat.get<CommitmentResponse>(`${COMMITMENTS}/${id}`);
  const [owed] = dueDates.filter(({ dueOn }) => dueOn === dayIn(60));
  const snooze = { untilOn: dayIn(10), reason: 'The register is being moved.' };
  await as('fp.pa').send('POST', `${COMMITMENTS}/${id}/due-dates/${owed?.id ?? ''}/snooze`, snooze);
}

async function rate({ as }: Road, id: string): Promise<void> {
  const path = `${COMMITMENTS}/${id}`;
  const words = { language: 'en', body: 'The profiles came late and without figures by sex.' };
  for (const [account, grade] of [
    ['fp.pa', 'complete'],
    ['editor.ngo', 'started'],
  ] as const) {
    await as(account).send('PUT', `${path}/rating`, { grade, ...words });
    await as(account).send<RatingAnswer>('POST', `${path}/rating/sending`);
  }
  const { ratings } = await as('nc.pa').get<RatingsResponse>(`${path}/ratings`);
  const waiting = ratings.find(({ state }) => state === 'right-of-reply');
  const reply = { language: 'en', body: 'Figures by sex come with the next report.' };
  const at = `${path}/ratings/${waiting?.id ?? ''}/reply`;
  await as('nc.pa').send('POST', at, reply, waiting?.etag ?? 'none');
}

async function importCommitments({ as }: Road): Promise<void> {
  const secretariat = as('sec.rcm');
  await secretariat.get(`${IMPORTS}/template.xlsx`);
  await secretariat.get(`${IMPORTS}/template.csv?sheet=commitments`);
  const columns = ['Reference', 'Provisions', 'Organization', 'Original language', 'Title'];
  columns.push('Deliverable', 'Means of verification', 'Due on', 'Classification');
  const row = ['CONTRACT-01', 'SJ-2009 F1', 'pa-snm', 'en', 'Keep the register'];
  row.push('A register', 'It can be looked at', dayIn(200), 'community');
  const file = new TextEncoder().encode(`${columns.join()}\n${row.join()}\n`);
  await sendFile(secretariat, `${IMPORTS}/dry-run`, 'plan.csv', file);
  await sendFile(secretariat, IMPORTS, 'plan.csv', file);
}

async function read({ as }: Road, id: string): Promise<void> {
  const path = `${COMMITMENTS}/${id}`;
  await as('fp.pa').get(`${path}/readers`);
  await as().get(`${path}/events`);
  await as().get(`${COMMITMENTS}?forum=rcm`);
  await as().get('/api/v1/instruments');
  await as().get('/api/v1/forums/rcm');
  for (const at of ['matrix', 'matrix.csv', 'matrix.xlsx']) {
    await as().get(`/api/v1/follow-up/${at}?forum=rcm`);
  }
  await as().unchanged('/api/v1/scorecards/PAN');
  await as().unchanged('/api/v1/scorecards/PAN.csv?language=en');
}
