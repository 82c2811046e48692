import { protect, type ExactFigures, type ProtectedTwin } from '@enlace/domain';
import type { Transaction } from '../database/index.js';

/** A submitted version that is being cleared, with the cleared version before it. */
export interface ClearedVersion {
  readonly id: string;
  readonly version: number;
  readonly previous: number | null;
}

interface Source {
  readonly id: string;
  readonly exact: ExactFigures;
  readonly previous: ProtectedTwin['counts'] | null;
}

/** Everything the twins are made of, for all versions in one statement. */
const SOURCES = `select k.id,
  json_build_object(
    'counts', (select coalesce(json_agg(json_build_object('nationality', c.nationality, 'value', c.value)), '[]')
      from arrival_count c where c.report_id = k.id and c.version = k.version),
    'cells', (select coalesce(json_agg(json_build_object('nationality', c.nationality, 'sex', c.sex,
      'ageBand', c.age_band, 'value', c.value)), '[]')
      from arrival_cell c where c.report_id = k.id and c.version = k.version),
    'indicators', (select coalesce(json_agg(json_build_object('indicator', i.indicator, 'nationality', i.nationality,
      'value', i.value)), '[]')
      from arrival_indicator i where i.report_id = k.id and i.version = k.version)) as exact,
  (select json_agg(json_build_object('nationality', t.nationality, 'low', t.low, 'middle', t.middle,
     'high', t.high, 'base', b.base))
   from twin_count t join twin_base b using (report_id, version, nationality)
   where t.report_id = k.id and t.version = k.previous) as previous
from unnest($1::uuid[], $2::int[], $3::int[]) as k (id, version, previous)`;

interface TwinRow {
  readonly id: string;
  readonly version: number;
  readonly twin: ProtectedTwin;
}

/** Makes and stores the protected twins of versions, each from its own figures and the twin before. */
export async function makeTwins(
  tx: Transaction,
  versions: readonly ClearedVersion[],
): Promise<void> {
  const sources = await tx.rows<Source>(SOURCES, [
    versions.map(({ id }) => id),
    versions.map(({ version }) => version),
    versions.map(({ previous }) => previous),
  ]);
  const numbers = new Map(versions.map(({ id, version }) => [id, version]));
  const twins = sources.map(({ id, exact, previous }): TwinRow => {
    const before = previous === null ? null : { counts: previous, shares: [] };
    return { id, version: numbers.get(id) ?? 1, twin: protect(exact, before) };
  });
  await storeCounts(tx, twins);
  await storeShares(tx, twins);
}

async function storeCounts(tx: Transaction, twins: readonly TwinRow[]): Promise<void> {
  const rows = twins.flatMap(({ id, version, twin }) =>
    twin.counts.map((count) => ({ id, version, ...count })),
  );
  const keys = [
    rows.map(({ id }) => id),
    rows.map(({ version }) => version),
    rows.map(({ nationality }) => nationality),
  ];
  await tx.rows(
    `insert into twin_count (report_id, version, nationality, low, middle, high)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::int[], $6::int[])`,
    [
      ...keys,
      rows.map(({ low }) => low),
      rows.map(({ middle }) => middle),
      rows.map(({ high }) => high),
    ],
  );
  await tx.rows(
    `insert into twin_base (report_id, version, nationality, base)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::int[])`,
    [...keys, rows.map(({ base }) => base)],
  );
}

async function storeShares(tx: Transaction, twins: readonly TwinRow[]): Promise<void> {
  const rows = twins.flatMap(({ id, version, twin }) =>
    twin.shares.map((share) => ({ id, version, ...share })),
  );
  await tx.rows(
    `insert into twin_share (report_id, version, share_table, key, low, high)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::smallint[], $6::smallint[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ version }) => version),
      rows.map(({ table }) => table),
      rows.map(({ key }) => key),
      rows.map(({ low }) => low),
      rows.map(({ high }) => high),
    ],
  );
}
