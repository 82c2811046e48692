import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { handToDefiner, runAll } from './statements.js';

const READ_LOG = [
  'alter table read_log rename column report_id to record_id',
  'alter table read_log add column record_kind text',
  `update read_log l set record_kind = case
     when exists (select 1 from commitment c where c.id = l.record_id) then 'commitment' else 'arrival-report' end`,
  `alter table read_log alter column record_kind set not null,
     add check (record_kind in ('arrival-report', 'commitment'))`,
  'drop index read_log_organization_id_report_id_at_id_idx',
  'create index on read_log (organization_id, record_id, at desc, id desc)',
];

/** Which of these hashes no file of any organization has; the same bytes may be files of several. */
const UNUSED = `
  create function unused_files(hashes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select h from unnest(hashes) h where not exists (select 1 from stored_file f where f.sha256 = h);
  end`;

/** The read log names records of any kind; bytes that no file has any more can be found. */
export class RecordsRead1795500000027 extends ForwardMigration {
  readonly name = 'RecordsRead1795500000027';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...READ_LOG,
      'create index on stored_file (sha256)',
      UNUSED,
      ...handToDefiner('unused_files(text[])'),
    ]);
  }
}
