import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inDatabase, startTestPostgres, withClient } from '@enlace/dev-postgres';
import { startTestApi, type TestApi } from '../app.harness.js';
import { Config } from '../config/index.js';
import { bodyHash, entryHash } from './chain.js';
import { readHeads, verifyChains, type ChainHead } from './verify-chains.js';

const ENTRIES = 6;
const TABLES = ['audit_head', 'audit_entry', 'audit_body'];

let api: TestApi;
let superuser: Client;
let organization: string;
let member: string;
let heads: ChainHead[];

const idOf = async (alias: string): Promise<string> => {
  const { rows } = await superuser.query<{ id: string }>(
    'select id from organization where alias = $1',
    [alias],
  );
  return rows[0]!.id;
};

/** One write through the API, which leaves one entry. */
async function write(at: number): Promise<void> {
  const name = `Group ${at}`;
  const answer = await api.request('/api/v1/sharing-groups', {
    as: 'fp.pa',
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      alias: `group-${at}`,
      names: { es: name, en: name, pt: name, fr: name },
      members: [member],
    },
  });
  expect(answer.status).toBe(201);
}

/** As an auditor does it: under the role that may only read the chains. */
const asAuditor = <T>(use: (client: Client) => Promise<T>): Promise<T> =>
  withClient(api.urls.auditor, use);

async function faults(known: readonly ChainHead[] = []): Promise<string[]> {
  const { ENLACE_AUDIT_KEY, ENLACE_AUDIT_KEY_ID } = api.app.get(Config).audit;
  const keys = new Map([[ENLACE_AUDIT_KEY_ID, ENLACE_AUDIT_KEY]]);
  const report = await asAuditor((client) => verifyChains(client, keys, known));
  // The organization is named in each; what is said of it is compared.
  return report.faults.map((fault) => {
    expect(fault.startsWith(`${organization}: `)).toBe(true);
    return fault.slice(organization.length + 2);
  });
}

/** Changes the chain of Panama as somebody who rules the server: `$1` is its organization. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const sql of statements) {
    const { rowCount } = await superuser.query(sql, [organization]);
    expect(rowCount).toBeGreaterThan(0);
  }
}

const copy = (table: string): string => `untouched_${table}`;

async function restore(): Promise<void> {
  await superuser.query(`truncate ${TABLES.join(', ')}`);
  for (const table of TABLES) {
    await superuser.query(`insert into ${table} table ${copy(table)}`);
  }
}

beforeAll(async () => {
  api = await startTestApi();
  const { superuserUrl } = await startTestPostgres();
  const database = new URL(api.urls.app).pathname.slice(1);
  superuser = new Client({ connectionString: inDatabase(superuserUrl, database) });
  await superuser.connect();
  organization = await idOf('pa-snm');
  member = await idOf('co-mig');
  // No foreign key stands in the way of somebody who rules the server.
  await superuser.query('set session_replication_role = replica');
  for (let at = 1; at <= ENTRIES; at += 1) await write(at);
  for (const table of TABLES) {
    await superuser.query(`create temporary table ${copy(table)} as table ${table}`);
  }
  heads = await asAuditor(readHeads);
}, 60_000);

afterEach(restore);

afterAll(async () => {
  await superuser.end();
  await api.close();
});

describe('the check of the chains', () => {
  it('finds nothing in what the API wrote, also against its own heads', async () => {
    expect(heads.find(({ organizationId }) => organizationId === organization)?.sequence).toBe(
      ENTRIES,
    );
    expect(await faults(heads)).toEqual([]);
  });

  it.each([
    [`action = 'arrivals.retract'`],
    [`person_id = gen_random_uuid()`],
    [`at = at + interval '1 ms'`],
    [`record_id = null`],
    [`request_id = 'another'`],
    [`after_hash = repeat('0', 64)`],
  ])('names an entry whose %s was set', async (assignment) => {
    await tamper(
      `update audit_entry set ${assignment} where organization_id = $1 and sequence = 3`,
    );
    expect(await faults()).toContain('entry 3 was changed');
  });

  it('names an entry that was sealed again without the key', async () => {
    const { rows } = await superuser.query<{ at: Date } & Record<string, string>>(
      'select * from audit_entry where organization_id = $1 and sequence = 6',
      [organization],
    );
    const row = rows[0]!;
    const forged = entryHash(
      {
        ...{ organizationId: organization, sequence: 6, at: row.at.toISOString() },
        ...{ personId: row['person_id']!, action: 'arrivals.retract' },
        ...{ recordType: row['record_type']!, recordId: row['record_id']! },
        ...{ requestId: row['request_id']!, keyId: row['key_id']! },
        ...{ beforeHash: row['before_hash'] ?? null, afterHash: row['after_hash'] ?? null },
        previousHash: row['previous_hash']!,
      },
      'b'.repeat(64),
    );
    await tamper(
      `update audit_entry set action = 'arrivals.retract', hash = '${forged}'
        where organization_id = $1 and sequence = 6`,
      `update audit_head set hash = '${forged}' where organization_id = $1`,
    );
    expect(await faults()).toEqual(['entry 6 was changed']);
  });

  it('names an entry that claims a key nobody has', async () => {
    await tamper(
      `update audit_entry set key_id = 'mine' where organization_id = $1 and sequence = 3`,
    );
    expect(await faults()).toEqual(['entry 3 is sealed with an unknown key']);
  });

  it('names the place of a removed entry', async () => {
    await tamper(
      'delete from audit_body where organization_id = $1 and sequence = 3',
      'delete from audit_entry where organization_id = $1 and sequence = 3',
    );
    expect(await faults()).toEqual([
      'entries 3 to 3 are missing',
      'entry 4 does not follow the one before it',
    ]);
  });

  it('names a removed entry also when those after it moved up', async () => {
    await tamper(
      'delete from audit_body where organization_id = $1 and sequence = 3',
      'delete from audit_entry where organization_id = $1 and sequence = 3',
      ...[4, 5, 6].flatMap((from) =>
        ['audit_entry', 'audit_body'].map(
          (table) =>
            `update ${table} set sequence = ${from - 1}
              where organization_id = $1 and sequence = ${from}`,
        ),
      ),
      'update audit_head set sequence = 5 where organization_id = $1',
    );
    expect(await faults()).toEqual([
      'entry 3 does not follow the one before it',
      ...[3, 4, 5].map((sequence) => `entry ${sequence} was changed`),
    ]);
  });

  it('names two entries that changed places', async () => {
    const swap = (table: string): string[] =>
      [
        [2, -1],
        [3, 2],
        [-1, 3],
      ].map(
        ([from, to]) =>
          `update ${table} set sequence = ${to!}
            where organization_id = $1 and sequence = ${from!}`,
      );
    await tamper(...swap('audit_entry'), ...swap('audit_body'));
    expect(await faults()).toEqual([
      'entry 2 does not follow the one before it',
      'entry 2 was changed',
      'entry 3 does not follow the one before it',
      'entry 3 was changed',
      'entry 4 does not follow the one before it',
    ]);
  });

  const CUT = [
    'delete from audit_body where organization_id = $1 and sequence > 4',
    'delete from audit_entry where organization_id = $1 and sequence > 4',
  ];

  it('finds an end that was cut off by the head that stayed', async () => {
    await tamper(...CUT);
    expect(await faults()).toEqual(['the chain ends at 4, not at its head']);
  });

  it('finds an end that was cut off together with its head by the head in the log', async () => {
    await tamper(
      ...CUT,
      `update audit_head h set sequence = e.sequence, hash = e.hash from audit_entry e
        where h.organization_id = $1 and e.organization_id = $1 and e.sequence = 4`,
    );
    // Nothing inside the database tells: this is what the log is for.
    expect(await faults()).toEqual([]);
    expect(await faults(heads)).toEqual(['entry 6 of the known head is gone or another']);
  });

  it('finds a whole chain that is gone by the head in the log', async () => {
    await tamper(...TABLES.map((table) => `delete from ${table} where organization_id = $1`));
    expect(await faults()).toEqual([]);
    expect(await faults(heads)).toContain('entry 6 of the known head is gone or another');
  });

  it('names an entry whose body was changed, though not one whose body the law erased', async () => {
    await tamper(
      `update audit_body set after = jsonb_set(after, '{alias}', '"other"')
        where organization_id = $1 and sequence = 3`,
      'update audit_body set after = null where organization_id = $1 and sequence = 4',
      'delete from audit_body where organization_id = $1 and sequence = 5',
    );
    expect(await faults()).toEqual(['entry 3: its body was changed']);
  });

  it('names a body that appeared where none was sealed', async () => {
    expect(bodyHash({})).not.toBeNull();
    await tamper(`update audit_body set before = '{}' where organization_id = $1 and sequence = 3`);
    expect(await faults()).toEqual(['entry 3: its body was changed']);
  });
});

describe('the role of the application', () => {
  it.each([
    `update audit_entry set action = 'x'`,
    'delete from audit_entry',
    'delete from audit_head',
    'update audit_body set after = null',
    'truncate audit_entry',
  ])('may not run: %s', async (sql) => {
    await withClient(api.urls.app, async (client) => {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    });
  });
});
