import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@enlace/testing';
import { DataSource, type EntityMetadata } from 'typeorm';
import { MAPPING } from './mapping.js';

let database: TestDatabase;
let source: DataSource;

/** TypeORM wants a key of every entity; a table that has none is marked by `synchronize: false`. */
function compareKeylessToo(metadata: EntityMetadata): void {
  if (metadata.synchronize) return;
  metadata.synchronize = true;
  for (const column of metadata.primaryColumns) column.isPrimary = false;
}

/** What a generated column is made of stands in the migrations alone; that it is one is compared. */
function compareGenerated({ columns }: EntityMetadata): void {
  for (const column of columns.filter(({ isSelect }) => !isSelect)) {
    Object.assign(column, { generatedType: 'STORED', asExpression: '' });
  }
}

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ ...MAPPING, url: database.urls.owner, poolSize: 1 }).initialize();
  source.entityMetadatas.forEach(compareKeylessToo);
  source.entityMetadatas.forEach(compareGenerated);
  // Where TypeORM looks for what a generated column is made of.
  await source.query(
    'create temporary table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
  );
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const column = async (sql: string): Promise<string[]> =>
  (await source.query<{ value: string }[]>(sql)).map(({ value }) => value).sort();

/** Checks and exclusions stand in the migrations alone, so TypeORM would drop each of them. */
const dropsOfRules = (): Promise<string[]> =>
  column(`select format('ALTER TABLE %I DROP CONSTRAINT %I', r.relname, c.conname) as value
    from pg_constraint c join pg_class r on r.oid = c.conrelid where c.contype in ('c', 'x')`);

const DATABASE_KEYS = `
  select concat_ws(' ', r.relname, k.conname, array_to_string(array(select a.attname
           from unnest(k.conkey) with ordinality u (number, place)
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number order by place), ','),
         case when k.contype = 'f' then f.relname || case k.confdeltype when 'a' then ' NO ACTION'
           when 'c' then ' CASCADE' when 'n' then ' SET NULL' else ' ' || k.confdeltype::text end end) as value
  from pg_constraint k join pg_class r on r.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
  where r.relnamespace = 'public'::regnamespace and k.contype in ('u', 'f')`;

const entityKeys = ({ tableName, uniques, foreignKeys }: EntityMetadata): string[] => [
  ...uniques.map(({ name, columns }) =>
    [tableName, name, columns.map((one) => one.databaseName).join(',')].join(' '),
  ),
  ...foreignKeys.map(({ name, columnNames, referencedTablePath, onDelete }) =>
    [tableName, name, columnNames.join(','), referencedTablePath, onDelete ?? 'NO ACTION'].join(
      ' ',
    ),
  ),
];

describe('entities and migrations', () => {
  it('differ in no column, key or index', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const ignored = new Set(await dropsOfRules());
    expect(
      upQueries.map(({ query }) => query.replaceAll('"', '')).filter((sql) => !ignored.has(sql)),
    ).toEqual([]);
  });

  it('name every table', async () => {
    const tables = await column(
      `select tablename as value from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
    );
    expect(source.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(tables);
  });

  it('agree on the columns and delete rules behind the names of keys', async () => {
    expect(source.entityMetadatas.flatMap(entityKeys).sort()).toEqual(await column(DATABASE_KEYS));
  });

  it('name only indexes that exist, those that TypeORM cannot compare too', async () => {
    const indexes = await column(
      `select indexname as value from pg_indexes where schemaname = 'public'`,
    );
    const named = source.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name));
    expect(named.filter((name) => !indexes.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
