import { withClient } from '@enlace/dev-postgres';
import type { CommitmentResponse, CommitmentWritten } from '@enlace/contract';
import type { TestSystem } from '../system.js';
import { Client } from './client.js';

const COMMITMENTS = '/api/v1/commitments';

/** What is written in a commitment and everything below it. */
export interface CommitmentWords {
  readonly title: string;
  readonly deliverable: string;
  readonly verification: string;
  readonly partnersPart: string;
  readonly action: string;
  readonly indicator: string;
  readonly target: number;
  readonly value: number;
  readonly waiver: string;
  readonly report: string;
  readonly link: string;
  readonly file: string;
  readonly rating: string;
  readonly reply: string;
}

/** A commitment with all that can hang on it, and the ids of it. */
export interface PlacedCommitment {
  readonly id: string;
  readonly etag: string;
  readonly dueDate: string;
  readonly action: string;
  readonly indicator: string;
  readonly rating: string;
  readonly report: string;
  readonly file: string;
}

interface Names {
  readonly forum: string;
  readonly actor: string;
  readonly partner: string;
  readonly provision: string;
}

/** The RCM, Panama's migration service with UNHCR as its partner, and the first provision. */
const namesOf = (system: TestSystem): Promise<Names> =>
  withClient(system.urls.owner, async (owner) => {
    const { rows } = await owner.query<Names>(
      `select (select id from forum where alias = 'rcm') as forum,
         (select id from organization where alias = 'pa-snm') as actor,
         (select id from organization where alias = 'unhcr') as partner,
         (select id from provision where number = 'F1' limit 1) as provision`,
    );
    const [names] = rows;
    if (!names) throw new Error('There are no names');
    return names;
  });

/** Reports in every state, with value and evidence, and ratings of every voice: what no route makes yet. */
const BELOW = `
  with due as (select id, row_number() over (order by due_on) as n from due_date where commitment_id = $1),
  report as (
    insert into progress_report (commitment_id, due_date_id, organization_id, state, language, body, percent,
      created_by, submitted_at, submitted_by)
    select $1, due.id, $2, (array['published', 'accepted', 'submitted', 'draft'])[due.n], 'en', $3, 40,
      $4, enlace_now(), $4 from due where due.n <= 4 returning id, state),
  version as (
    insert into progress_report_version (report_id, version, language, body, percent, indicator_values,
      evidence, submitted_by, outcome)
    select id, 1, 'en', $3, 40, '[]', '{}', $4,
      case state when 'published' then 'accepted' when 'accepted' then 'returned' end
    from report where state <> 'draft'),
  value as (
    insert into indicator_value (indicator_id, report_id, value)
    select i.id, r.id, $5::numeric from indicator i, report r where i.commitment_id = $1),
  file as (
    insert into stored_file (commitment_id, organization_id, sha256, size, media_type, name, created_by)
    select $1, $2, repeat('ab', 32), 12, 'text/plain', $6, $4 from generate_series(1, 2) returning id),
  linked as (
    insert into evidence (commitment_id, report_id, kind, title, url, created_by)
    select $1, id, 'link', $7, 'https://evidence.test/' || $7, $4 from report),
  filed as (
    insert into evidence (commitment_id, report_id, kind, title, file_id, created_by)
    select $1, r.id, 'file', $6, (select id from file limit 1), $4 from report r where r.state = 'published'),
  rated as (
    insert into rating (commitment_id, organization_id, voice, grade, state, language, body, created_by,
      sent_at, reply_until, reply, reply_language, replied_at, published_at)
    select $1, o.id, v.voice, 'none', v.state, 'en', $8, $4, enlace_now(),
      case v.state when 'right-of-reply' then (enlace_now() + interval '30 days')::date end,
      case v.state when 'published' then $9 end, case v.state when 'published' then 'en' end,
      case v.state when 'published' then enlace_now() end, case v.state when 'published' then enlace_now() end
    from (values ('rcm-sec', 'secretariat', 'published'), ('unhcr', 'civil-society', 'right-of-reply'),
      ('red-camino', 'civil-society', 'draft'), ('pa-snm', 'state', 'superseded')) v (alias, voice, state)
    join organization o on o.alias = v.alias
    -- Nobody rates what they do not see.
    join commitment c on c.id = $1 and (v.alias <> 'red-camino' or c.classification in ('community', 'public'))
    returning id, state)
  select (select id from report where state = 'published') as report,
    (select id from rated where state = 'published') as rating, (select id from file limit 1) as file`;

type Below = Pick<PlacedCommitment, 'report' | 'rating' | 'file'>;

const placeBelow = (system: TestSystem, id: string, words: CommitmentWords): Promise<Below> =>
  withClient(system.urls.owner, async (owner) => {
    const { rows: people } = await owner.query<{ person: string; organization: string }>(
      `select person_id as person, organization_id as organization from membership
       where organization_id = (select organization_id from commitment where id = $1) limit 1`,
      [id],
    );
    const { rows } = await owner.query<Below>(BELOW, [
      ...[id, people[0]?.organization, words.report, people[0]?.person, words.value],
      ...[words.file, words.link, words.rating, words.reply],
    ]);
    const [below] = rows;
    if (!below) throw new Error('Nothing was placed below the commitment');
    return below;
  });

/** A secretariat that records commitments and writes on the version as it stands. */
class Recorder {
  private readonly secretariat: Client;

  constructor(system: TestSystem) {
    this.secretariat = new Client(system, 'sec.rcm');
  }

  record(body: object): Promise<CommitmentWritten> {
    return this.secretariat.send('POST', COMMITMENTS, body);
  }

  async write(id: string, method: 'POST' | 'PUT', below: string, body: object): Promise<void> {
    const { etag } = await this.read(id);
    await this.secretariat.send(method, `${COMMITMENTS}/${id}/${below}`, body, etag);
  }

  read(id: string): Promise<CommitmentResponse> {
    return this.secretariat.get(`${COMMITMENTS}/${id}`);
  }
}

/** Records a commitment of Panama, and everything that can hang on one. */
export async function placeCommitment(
  system: TestSystem,
  classification: 'confidential' | 'restricted' | 'community' | 'public',
  words: CommitmentWords,
): Promise<PlacedCommitment> {
  const names = await namesOf(system);
  const recorder = new Recorder(system);
  const { title, deliverable, verification } = words;
  const { id } = await recorder.record({
    forum: names.forum,
    actor: names.actor,
    provisions: [names.provision],
    text: { language: 'en', title, deliverable, verification },
    dueOn: '2032-06-30',
    classification,
    partners: [{ organization: names.partner, part: words.partnersPart }],
  });
  const dates = ['2031-01-15', '2031-02-15', '2031-03-15', '2031-04-15', '2031-05-15'];
  await recorder.write(id, 'PUT', 'schedule', { dates });
  const step = { title: words.action, owner: names.actor, from: null, until: null, weight: 3 };
  await recorder.write(id, 'POST', 'actions', step);
  await recorder.write(id, 'POST', 'indicators', {
    ...{ definition: words.indicator, unit: 'posts', baseline: 0, target: words.target },
    ...{ source: words.verification, direction: 'up' },
  });
  const { dueDates } = await recorder.read(id);
  const last = dueDates.find(({ dueOn }) => dueOn === dates.at(-1));
  await recorder.write(id, 'POST', `due-dates/${last?.id ?? ''}/waiver`, { reason: words.waiver });
  const below = await placeBelow(system, id, words);
  const now = await recorder.read(id);
  return {
    ...below,
    id,
    etag: now.etag,
    dueDate: now.dueDates[0]?.id ?? '',
    action: now.actions[0]?.id ?? '',
    indicator: now.indicators[0]?.id ?? '',
  };
}
