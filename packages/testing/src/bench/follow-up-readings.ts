import type { Client } from 'pg';
import { reachedBy } from './report-readings.js';
import type { Reading } from './measure.js';

const DUE = `select x.commitment_id, bool_or(x.reported_on is null and x.due_on < current_date) as overdue,
    bool_or(x.reported_on is null and x.due_on <= current_date + 30) as soon, max(x.reported_on) as last_on,
    min(x.due_on) filter (where x.reported_on is null) as next_on from due_date x where x.waived_at is null group by 1`;
const STATUS = `case when d.overdue then 'overdue' when d.soon then 'due-soon' else 'on-track' end`;

const MATRIX = `select json_build_object(
    'provisions', (select json_agg(json_build_object('id', p.id, 'number', p.number, 'group', p.group_code,
      'titles', p.titles, 'themes', p.themes) order by p.position) from provision p join instrument i on i.id = p.instrument_id
      where i.symbol = 'SJ-2009'),
    'states', (select json_agg(json_build_object('state', code, 'names', names)) from state where kind = 'state'),
    'cells', (select json_agg(x) from (
      select cp.provision_id as provision, s.code as state, count(*)::int as commitments, min(${STATUS}) as status,
        min(d.next_on) as "dueOn"
      from commitment c join commitment_provision cp on cp.commitment_id = c.id join state s on s.id = c.state_id
      join (${DUE}) d on d.commitment_id = c.id
      where c.audience_id in (select unnest($1::int[])) group by 1, 2 order by 1, 2) x))::text as body`;

const DESK = `select json_build_object(
    'tasks', (select json_agg(x) from (select p.id as "crossingPoint", to_char(m.day, 'YYYY-MM') as period
      from crossing_point p cross join unnest(array[date_trunc('month', current_date - interval '1 month'),
        date_trunc('month', current_date - interval '2 months'), date_trunc('month', current_date - interval '3 months')]::date[]) m (day)
      where p.state_id = $2 and not exists (select 1 from arrival_report r where r.crossing_point_id = p.id
        and r.starts_on = m.day) order by 2, 1 limit 200) x),
    'followUp', (select json_agg(x) from (select c.id as commitment, d.id as "dueDate", d.due_on as "dueOn", t.title,
        count(*) over () as all
      from commitment c join due_date d on d.commitment_id = c.id join commitment_text t on t.commitment_id = c.id
      where c.organization_id = $1 and c.state = 'in-progress' and d.reported_on is null and d.waived_at is null
        and d.due_on <= current_date + 30 order by d.due_on, c.id limit 200) x))::text as body`;

const SCORECARD = `select json_build_object('rows', (select json_agg(x) from (
    select p.id as provision, json_agg(json_build_object('id', c.id, 'title', t.title, 'language', t.language,
      'status', ${STATUS}, 'dueOn', c.due_on, 'lastReportOn', d.last_on) order by c.due_on, c.id) as commitments
    from commitment c join commitment_provision cp on cp.commitment_id = c.id join provision p on p.id = cp.provision_id
    join commitment_text t on t.commitment_id = c.id
    join lateral (select bool_or(x.reported_on is null and x.due_on < current_date) as overdue,
      bool_or(x.reported_on is null and x.due_on <= current_date + 30) as soon, max(x.reported_on) as last_on
      from due_date x where x.commitment_id = c.id) d on true
    where c.state_id = $2 and c.audience_id in (select unnest($1::int[])) group by p.id, p.position order by p.position) x))::text as body`;

const SEARCH = `select json_build_object('practices', coalesce(json_agg(json_build_object('id', x.practice_id,
    'title', x.title, 'organizationName', coalesce(o.acronym, o.names ->> 'es')) order by x.rank desc, x.published_on desc,
    x.practice_id desc), '[]'))::text as body
  from (select t.practice_id, t.title, s.organization_id, s.published_on, ts_rank(t.document, $2::tsquery) as rank
    from practice_text t join practice_shelf s on s.practice_id = t.practice_id
    where t.document @@ $1::tsquery and s.audience_id in (select unnest($3::int[]))
    order by 5 desc, 4 desc, 1 desc limit 10) x join organization o on o.id = x.organization_id`;

interface Cell {
  readonly provision: string;
  readonly state: string;
  readonly commitments: number;
}
interface Desk {
  readonly tasks: readonly unknown[];
  readonly followUp: readonly { readonly commitment: string }[];
}
interface Scorecard {
  readonly rows: readonly {
    readonly provision: { id: string } | string;
    readonly commitments: readonly unknown[];
  }[];
}
interface Hits {
  readonly practices: readonly { readonly id: string }[];
}

const cellsOf = ({ cells }: { cells: readonly Cell[] }): unknown =>
  cells.map(({ provision, state, commitments }) => `${provision} ${state} ${commitments}`).sort();
const deskOf = ({ tasks, followUp }: Desk): unknown => [
  tasks.length,
  followUp.map(({ commitment }) => commitment).sort(),
];
const scorecardOf = ({ rows }: Scorecard): unknown =>
  rows.map(({ commitments }) => commitments.length).filter((count) => count > 0);
const hitsOf = ({ practices }: Hits): unknown => practices.map(({ id }) => id);

/** What shelters are called, as the product's thesaurus has it: the bare server is told beforehand. */
async function shelters(database: Client): Promise<string> {
  const { rows } = await database.query<{ query: string }>(
    `select string_agg(distinct '(' || o.query::text || ')', ' | ') as query from thesaurus_term t
     join thesaurus_term o on o.concept_code = t.concept_code and o.query::text <> '' where t.plain = 'albergue'`,
  );
  return rows[0]?.query ?? '';
}

/** The matrix, the desk of an owner, a public scorecard and a search, at the size that was filled. */
export async function followUpReadings(database: Client): Promise<Reading[]> {
  const { any: agency } = await reachedBy(database, 'unhcr');
  const { any: anybody } = await reachedBy(database, null);
  const { rows } = await database.query<{ id: string; state: number }>(
    `select id, state_id as state from organization where alias = 'pa-snm'`,
  );
  const query = await shelters(database);
  const common = { goal: 0.8 };
  return [
    {
      ...{ ...common, name: 'matrix', account: 'analyst.unhcr', path: '/api/v1/follow-up/matrix' },
      ...{ text: MATRIX, values: [agency], essence: [cellsOf, cellsOf] },
    },
    {
      ...{ ...common, name: 'desk', account: 'fp.pa', path: '/api/v1/desk' },
      ...{ text: DESK, values: [rows[0]?.id, rows[0]?.state], essence: [deskOf, deskOf] },
    },
    {
      ...{ ...common, name: 'scorecard', account: null, path: '/api/v1/scorecards/PAN' },
      ...{
        text: SCORECARD,
        values: [anybody, rows[0]?.state],
        essence: [scorecardOf, scorecardOf],
      },
    },
    {
      ...{
        ...common,
        name: 'search',
        account: 'analyst.unhcr',
        path: '/api/v1/search?q=albergues',
      },
      ...{ text: SEARCH, values: [query, query, agency], essence: [hitsOf, hitsOf] },
    },
  ];
}
