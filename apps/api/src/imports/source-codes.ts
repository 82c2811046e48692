import type { ImportSettings } from '@enlace/contract';
import type { CodeColumn } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';

/** What an organization has mapped its sources' codes to, by column. */
export type RememberedCodes = Readonly<Record<CodeColumn, ReadonlyMap<string, string>>>;

/** Reads the organization's mappings. */
export async function rememberedCodes(
  tx: Transaction,
  actor: ActingActor,
): Promise<RememberedCodes> {
  const rows = await tx.rows<{ column: CodeColumn; code: string; value: string }>(
    'select code_column as "column", code, value from source_code where organization_id = $1',
    [actor.organization.id],
  );
  const of = (column: CodeColumn): ReadonlyMap<string, string> =>
    new Map(rows.filter((row) => row.column === column).map(({ code, value }) => [code, value]));
  return { nationality: of('nationality'), sex: of('sex'), ageBand: of('ageBand') };
}

/** Remembers the mappings of an import for the organization's next one. */
export async function rememberCodes(
  tx: Transaction,
  actor: ActingActor,
  { nationalities, sexes, ageBands }: ImportSettings,
): Promise<void> {
  const mapped = { nationality: nationalities, sex: sexes, ageBand: ageBands };
  const rows = Object.entries(mapped).flatMap(([column, codes]) =>
    Object.entries(codes).map(([code, value]) => ({ column, code, value })),
  );
  if (rows.length === 0) return;
  await tx.rows(
    `insert into source_code (organization_id, code_column, code, value, person_id)
     select $1, c, code, value, $5 from unnest($2::text[], $3::text[], $4::text[]) as t (c, code, value)
     on conflict (organization_id, code_column, code) do update
       set value = excluded.value, person_id = excluded.person_id, mapped_at = enlace_now()
       where source_code.value <> excluded.value`,
    [
      actor.organization.id,
      rows.map(({ column }) => column),
      rows.map(({ code }) => code),
      rows.map(({ value }) => value),
      actor.personId,
    ],
  );
}
