import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@enlace/testing';
import { Client } from 'pg';
import { loadSeeds, type LoadedSeeds } from './index.js';

let database: TestDatabase;
let client: Client;
let first: LoadedSeeds;

/** Number of rows and a digest of all of them, for every table. */
async function contents(): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const digest = await client.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from ${name} t`,
    );
    found[name] = digest.rows[0]!.digest;
  }
  return found;
}

const count = async (sql: string): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(sql);
  return Number(rows[0]!.count);
};

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.urls.owner });
  await client.connect();
  first = await loadSeeds({ ownerUrl: database.urls.owner, demo: true });
}, 60_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('seeds', () => {
  it('make the sample reports with twins and audiences', async () => {
    expect(first.reports).toBeGreaterThan(1500);
    expect(
      await count(
        `select count(*) from provision p join instrument i on i.id = p.instrument_id where i.symbol = 'SJ-2009'`,
      ),
    ).toBe(38);
    expect(
      await count(`select count(*) from arrival_report_version v where v.cleared_at is not null
        and not exists (select 1 from twin_count t where t.report_id = v.report_id and t.version = v.version)`),
    ).toBe(0);
    expect(
      await count(`select count(*) from arrival_report r join arrival_report_version v on v.report_id = r.id
        where r.audience_id = 0 and v.state <> 'draft'`),
    ).toBe(0);
    expect(
      await count(`select count(*) from arrival_report r where exists (select 1 from audience_reader x
        where x.audience_id = r.audience_id and x.reader = 1) and r.classification <> 'public'`),
    ).toBe(0);
  });

  it('change nothing when loaded again', async () => {
    const before = await contents();
    const again = await loadSeeds({ ownerUrl: database.urls.owner, demo: true });
    expect(again).toEqual({
      reference: 0,
      participants: 0,
      reports: 0,
      commitments: 0,
      practices: 0,
    });
    expect(await contents()).toEqual(before);
  }, 60_000);

  it('leave alone what people changed', async () => {
    const ended = `update membership set valid_to = now(), functions = '{}'
      where person_id = (select id from person where username = 'fp.co')`;
    await client.query(ended);
    await client.query(`update organization set acronym = 'MC' where alias = 'co-mig'`);
    await client.query(`update sharing_group_member set removed_at = now()
      where organization_id = (select id from organization where alias = 'unhcr')`);
    const before = await contents();
    await loadSeeds({ ownerUrl: database.urls.owner, demo: true });
    expect(await contents()).toEqual(before);
  });
});
