import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import type { QueryRunner } from 'typeorm';

const SCHEMA = 'pgboss';

/** pg-boss's own SQL without its transaction: a migration has one already. */
const withoutTransaction = (sql: string): string =>
  sql.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');

/**
 * Brings pg-boss's schema to what the installed pg-boss expects; made anew where there is none, so
 * that the migration that comes with a newer pg-boss runs on old and new databases alike.
 */
export async function bringQueueUp(runner: QueryRunner): Promise<void> {
  const [found] = (await runner.query(`select to_regclass('${SCHEMA}.version') as name`)) as {
    name: string | null;
  }[];
  if (!found?.name) {
    await runner.query(withoutTransaction(getConstructionPlans(SCHEMA)));
    return;
  }
  const [{ version }] = (await runner.query(`select version from ${SCHEMA}.version`)) as [
    { version: number },
  ];
  const plans = getMigrationPlans(SCHEMA, version);
  if (plans) await runner.query(withoutTransaction(plans));
}

/** What the application may do with the queue: use it, and no more. */
export const QUEUE_GRANTS = [
  `revoke all on all functions in schema ${SCHEMA} from public`,
  `grant usage on schema ${SCHEMA} to enlace_app`,
  `grant select, insert, update, delete on all tables in schema ${SCHEMA} to enlace_app`,
  `grant execute on all functions in schema ${SCHEMA} to enlace_app`,
];
