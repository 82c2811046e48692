import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { overviewResponse, type FigureAnswer, type OverviewResponse } from '@enlace/contract';
import { EXTRA_CONTINENTAL_NATIONALITIES } from '@enlace/domain';
import { startTestApi, type TestApi } from '../app.harness.js';
import { loadSeeds } from '../seeds/index.js';

let api: TestApi;
let owner: Client;

beforeAll(async () => {
  api = await startTestApi();
  await loadSeeds({ ownerUrl: api.urls.owner, demo: true });
  owner = new Client({ connectionString: api.urls.owner });
  await owner.connect();
}, 120_000);

afterAll(async () => {
  await owner.end();
  await api.close();
});

const overview = async (as: string | undefined, query = ''): Promise<OverviewResponse> => {
  const answer = await api.request(`/api/v1/arrivals/overview${query}`, as ? { as } : {});
  expect(answer.status).toBe(200);
  return overviewResponse.parse(answer.body);
};

const boundsOf = (figure: FigureAnswer): readonly [number, number] => {
  switch (figure.kind) {
    case 'exact':
      return [figure.value, figure.value];
    case 'about':
      return [figure.low, figure.high];
    case 'fewer-than-ten':
      return [1, 9];
    case 'not-reported':
      return [0, 0];
  }
};

const sum = (figures: readonly FigureAnswer[]): readonly number[] =>
  figures
    .map(boundsOf)
    .reduce<number[]>(([low = 0, high = 0], [a, b]) => [low + a, high + b], [0, 0]);

/** What the owner role counts, without any code of the API. */
const counted = async (where: string, parameters: readonly unknown[]): Promise<number> => {
  const { rows } = await owner.query<{ value: number }>(
    `select coalesce(sum(c.value), 0)::int as value from arrival_report r
     join state s on s.id = r.state_id
     join arrival_count c on c.report_id = r.id and c.version = r.current_version
     where r.counted and r.retracted_at is null and r.first_entry and r.unit = 'persons'
       and r.observation = 'entry' and r.period_length = 'month' and ${where}`,
    [...parameters],
  );
  return rows[0]?.value ?? 0;
};

const monthOf = `to_char(lower(r.period), 'YYYY-MM')`;

/** Who enters for some of the States that share with Mexico. */
const FOCAL_POINTS = new Map([
  ['BRA', 'fp.br'],
  ['COL', 'fp.co'],
  ['CRI', 'fp.cr'],
  ['ECU', 'fp.ec'],
  ['GTM', 'fp.gt'],
  ['HND', 'fp.hn'],
  ['PAN', 'fp.pa'],
]);

/** Puts a report under an audience of its own State alone. */
const moveTo = async (report: string, audience: number): Promise<void> => {
  await owner.query('update arrival_report set audience_id = $2 where id = $1', [report, audience]);
};

/** The lines of an export without its header. */
const rowsOf = (text: string): string[][] => parse(text, { bom: true, from_line: 2 });

describe('overview', () => {
  it('tells its own State the exact sum of what it counted', async () => {
    const newest = await overview('fp.br', '?from=2025-06&to=2025-06&state=BRA&scope=all');
    expect(newest.total).toEqual({
      kind: 'exact',
      value: await counted(`s.code = 'BRA' and ${monthOf} = $1`, [newest.to]),
    });
    const scoped = await overview('fp.br', '?from=2025-06&to=2025-06&state=BRA');
    expect(scoped.total).toEqual({
      kind: 'exact',
      value: await counted(`s.code = 'BRA' and ${monthOf} = $1 and c.nationality = any($2)`, [
        newest.to,
        EXTRA_CONTINENTAL_NATIONALITIES,
      ]),
    });
    expect(boundsOf(scoped.total)[0]).toBeGreaterThan(0);
  });

  it.each(['fp.pa', 'fp.cr', 'analyst.unhcr', 'scholar', undefined])(
    'adds every figure up from the same parts for %s',
    async (as) => {
      const given = await overview(as, '?from=2025-01&to=2025-12&scope=all');
      expect(given.points.length).toBeGreaterThan(0);
      expect(sum(given.nationalities.map(({ figure }) => figure))).toEqual(boundsOf(given.total));
      expect(sum(given.states.map(({ figure }) => figure))).toEqual(boundsOf(given.total));
      const first = given.points.filter(({ countsAsFirstEntry }) => countsAsFirstEntry);
      expect(sum(first.map(({ total }) => total))).toEqual(boundsOf(given.total));
      for (const point of given.points) {
        const parts = [...point.byNationality.map(({ figure }) => figure), point.others];
        expect(sum(parts)).toEqual(boundsOf(point.total));
      }
      expect(sum(given.trend.series.flatMap(({ figures }) => figures))).toEqual(
        boundsOf(given.total),
      );
      expect(given.trend.months).toHaveLength(12);
    },
  );

  it('has the true sum within the bounds of a protected reader, and never below its parts', async () => {
    const given = await overview('scholar', '?from=2025-01&to=2025-12&scope=all');
    expect(given.sources.protectedReports).toBe(given.sources.reports);
    expect(given.total.kind).toBe('about');
    const exact = await counted(
      `${monthOf} between '2025-01' and '2025-12' and s.code = any($1) and exists (
         select 1 from audience_reader x where x.audience_id = r.audience_id and x.reader in (1, 2)
           and now() >= x.from_at and now() < x.until_at)`,
      [given.reporters.states],
    );
    const [low, high] = boundsOf(given.total);
    expect(exact).toBeGreaterThanOrEqual(low);
    expect(exact).toBeLessThanOrEqual(high);
  });

  it('adds a range up from its months and its previous range from the months before', async () => {
    const [one, two, both] = await Promise.all([
      overview('analyst.unhcr', '?from=2025-05&to=2025-05'),
      overview('analyst.unhcr', '?from=2025-06&to=2025-06'),
      overview('analyst.unhcr', '?from=2025-05&to=2025-06'),
    ]);
    expect(boundsOf(both.total)).toEqual(sum([one.total, two.total]));
    expect(two.previousTotal).toEqual(one.total);
    expect(both.months[0]).toBeDefined();
  });

  it('knows nothing of a report that its reader was not chosen for', async () => {
    const range = '?from=2025-06&to=2025-06&scope=all';
    const seen = await overview('fp.mx', range);
    const hiding = seen.states.find(({ state }) => FOCAL_POINTS.has(state))!;
    const own = await overview(FOCAL_POINTS.get(hiding.state), range);
    const everything = await owner.query<{ id: string; audience_id: number }>(
      `select r.id, r.audience_id from arrival_report r join state s on s.id = r.state_id where s.code = $1`,
      [hiding.state],
    );
    const nobody = await owner.query<{ id: number }>(
      `insert into audience (key) values ('own State alone') returning id`,
    );
    await owner.query(
      `insert into audience_reader (audience_id, reader, detail)
       select $1, t.id, 1 from reader_token t join state s on s.id = t.state_id
       where t.kind = 'own-state' and s.code = $2`,
      [nobody.rows[0]!.id, hiding.state],
    );
    for (const { id } of everything.rows) await moveTo(id, nobody.rows[0]!.id);
    const hidden = await overview('fp.mx', range);
    const csv = await api.request(`/api/v1/arrivals/overview.csv${range}`, { as: 'fp.mx' });
    const hits = await api.request(`/api/v1/search?q=${hiding.state}`, { as: 'fp.mx' });
    expect(await overview(FOCAL_POINTS.get(hiding.state), range)).toEqual({
      ...own,
      sources: { ...own.sources, asAt: expect.any(String) },
    });
    for (const { id, audience_id } of everything.rows) await moveTo(id, audience_id);
    expect(hidden.states.map(({ state }) => state)).not.toContain(hiding.state);
    expect(hidden.points.map(({ state }) => state)).not.toContain(hiding.state);
    expect(hidden.reporters.reported).toBe(seen.reporters.reported - 1);
    expect(hidden.reporters.expected).toBe(seen.reporters.expected);
    expect(hidden.sources.reports).toBeLessThan(seen.sources.reports);
    expect(sum([hidden.total, hiding.figure])).toEqual(boundsOf(seen.total));
    expect(rowsOf(csv.text).map((row) => row[1])).not.toContain(hiding.state);
    expect(hits.body['reports']).toEqual([]);
    expect(hits.body['states']).toHaveLength(1);
  });

  it('lets a yearly report take part only in ranges with the whole year', async () => {
    await owner.query(
      `with r as (
         insert into arrival_report (organization_id, state_id, crossing_point_id, point_span, unit, observation,
           source_kind, period, period_length, classification, counted, first_entry, current_version, audience_id)
         select o.id, p.state_id, p.id, int4range(p.number, p.number + 1), 'persons', 'entry', 'register',
           '[2011-01-01,2012-01-01)', 'year', 'restricted', true, true, 1, (select audience_id from arrival_report r
             join state s on s.id = r.state_id where s.code = 'PAN' and audience_id <> 0 limit 1)
         from crossing_point p join organization o on o.alias = 'pa-snm'
         where p.code = 'PAN-BAJO-CHIQUITO' returning id
       ), v as (
         insert into arrival_report_version (report_id, version, state, cleared_at)
         select id, 1, 'cleared', now() from r)
       insert into arrival_count (report_id, version, nationality, value) select id, 1, 'NPL', 7 from r`,
    );
    const whole = await overview('fp.pa', '?from=2011-01&to=2011-12');
    expect(whole.total).toEqual({ kind: 'exact', value: 7 });
    expect(
      whole.trend.series.flatMap(({ figures }) => figures.map(({ kind }) => kind)),
    ).not.toContain('exact');
    const part = await overview('fp.pa', '?from=2011-01&to=2011-11');
    expect(part.total).toEqual({ kind: 'not-reported' });
  });

  it('goes as far back as a month can be named', async () => {
    for (const query of ['from=1000-01', 'from=1000-01&to=1000-01', 'to=1000-01']) {
      const answer = await api.request(`/api/v1/arrivals/overview?${query}`, { as: 'fp.pa' });
      expect([query, answer.status]).toEqual([query, 200]);
      expect(overviewResponse.safeParse(answer.body).error).toBeUndefined();
    }
  });

  it('has no month of the year 0, nor has the list of reports', async () => {
    for (const path of ['overview', 'reports']) {
      const answer = await api.request(`/api/v1/arrivals/${path}?to=0000-01`, { as: 'fp.pa' });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/query/to' }] });
    }
  });

  it('takes no text that the database cannot keep, wherever it stands', async () => {
    for (const path of [
      'arrivals/overview?forum=%00',
      'scorecards/VEN?instrument=%00',
      'search?q=a%00',
    ]) {
      const answer = await api.request(`/api/v1/${path}`, { as: 'fp.pa' });
      expect([path, answer.status]).toEqual([path, 422]);
    }
  });

  it('refuses a range that ends before it begins', async () => {
    const answer = await api.request('/api/v1/arrivals/overview?from=2025-06&to=2025-05');
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/query/from' }] });
  });

  it('leaves to a forum its member States alone', async () => {
    const given = await overview('fp.pa', '?from=2025-01&to=2025-12&forum=mercosur');
    const codes = given.reporters.states;
    expect(codes).toContain('BRA');
    expect(codes).not.toContain('PAN');
    expect(given.reporters.expected).toBeGreaterThanOrEqual(codes.length);
  });
});

describe('export', () => {
  const range = '?from=2025-06&to=2025-06&scope=all';

  it('has the rows that the overview adds up, in the language asked for', async () => {
    const given = await overview('fp.pa', range);
    const answer = await api.request(`/api/v1/arrivals/overview.csv${range}&language=pt`, {
      as: 'fp.pa',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="enlace-arrivals-2025-06.csv"',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text).toContain('Código da nacionalidade');
    const fields = rowsOf(answer.text);
    const first = fields.filter((row) => row[6] === 'sim');
    const low = first.reduce((total, row) => total + Number(row[10] === '' ? row[11] : row[10]), 0);
    const high = first.reduce(
      (total, row) => total + Number(row[10] === '' ? row[13] : row[10]),
      0,
    );
    expect([low, high]).toEqual(boundsOf(given.total));
  });

  it('gives a protected reader no exact value', async () => {
    const answer = await api.request(`/api/v1/arrivals/overview.csv${range}`, { as: 'scholar' });
    const fields = rowsOf(answer.text);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((row) => row[10] !== '')).toEqual([]);
  });

  it('writes the export of others’ restricted reports to the read log, once each', async () => {
    await owner.query('delete from read_log');
    await api.request(`/api/v1/arrivals/overview.csv${range}`, { as: 'fp.pa' });
    const { rows } = await owner.query<{ own: boolean; open: boolean; times: number }>(
      `select r.organization_id = l.reader_organization_id as own,
         r.classification not in ('restricted', 'confidential') as open, count(*)::int as times
       from read_log l join arrival_report r on r.id = l.record_id
       where l.what = 'export' and l.record_kind = 'arrival-report' group by r.id, 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ own, open, times }) => !own && !open && times === 1)).toBe(true);
  });

  it('reads rows in pages and leaves no cursor to the next reader of the connection', async () => {
    const wide = '?from=2020-01&to=2026-12&scope=all';
    const [one, other] = await Promise.all(
      ['fp.pa', 'fp.pa'].map((as) => api.request(`/api/v1/arrivals/overview.csv${wide}`, { as })),
    );
    expect(one?.status).toBe(200);
    const fields = rowsOf(one?.text ?? '');
    expect(fields.length).toBeGreaterThan(2000);
    expect(rowsOf(other?.text ?? '')).toEqual(fields);
    expect((await api.request(`/api/v1/arrivals/overview.csv${wide}`)).status).toBe(200);
  });

  it('refuses before the first byte', async () => {
    const answer = await api.request('/api/v1/arrivals/overview.csv?from=2025-06&to=2025-05', {
      as: 'fp.pa',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
