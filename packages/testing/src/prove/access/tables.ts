import { FOLLOW_UP_TABLES } from './follow-up-tables.js';
import { PRACTICE_TABLES } from './practice-tables.js';
import type { Rule, TableRules } from './table-rules.js';

const owns: Rule = (asker, row) => asker.owns(row);
const works: Rule = (asker, row) => asker.works(row);
const isTheirs: Rule = (asker, row) => asker.isTheirs(row);

/** Rows of an organization's own: it alone reads and adds them, and changes them where `set` is given. */
const own = (set?: string): TableRules => ({
  select: owns,
  insert: owns,
  ...(set === undefined ? {} : { update: { set, rows: owns } }),
});

/** Rows of a report that its State writes. */
const worked = (set: string, select: Rule): TableRules => ({
  select,
  insert: works,
  update: { set, rows: works },
  delete: works,
});

const seen: Rule = (asker, row) => asker.sight(row) !== 'nothing';
/** Figures of a retracted report are its own State's alone. */
const hasFigures: Rule = (asker, row) =>
  asker.isTheirs(row) || asker.reportOf(row).versionState !== 'retracted';
const exact: Rule = (asker, row) => asker.sight(row) === 'exact' && hasFigures(asker, row);
const protectedOnes: Rule = (asker, row) => seen(asker, row) && hasFigures(asker, row);
/** Every fixture counts nationals of every State that the firewall is proved with. */
const beforeFirewall: Rule = (asker, { nationality, ...row }) =>
  asker.isTheirs(row) ||
  asker.firewalled === null ||
  (nationality === null ? asker.firewalled !== 'VEN' : nationality !== asker.firewalled);
const exactCells: Rule = (asker, row) => exact(asker, row) && beforeFirewall(asker, row);
const shares: Rule = (asker, row) =>
  protectedOnes(asker, row) &&
  (asker.isTheirs(row) || asker.firewalled !== 'VEN' || asker.publicSight(row) !== 'nothing');

/**
 * Every table with row security that the application's role may touch, and what its policies must come
 * to, row by row, for every reader of the proof.
 *
 * A new table joins here: one rule for each command that has a policy, written from the access page and
 * not from the policy (`own()` for rows of one organization). Then see that the fixtures make a row of it
 * that some reader sees and another does not (`placeFixtures`), else its policies go unnoticed and the
 * proof fails. A policy without a rule, a rule without a policy, and a table without row security that
 * is not in `OPEN_TABLES` fail as well.
 */
export const TABLES: Readonly<Record<string, TableRules>> = {
  arrival_report: {
    select: seen,
    insert: (asker, row) => asker.owns(row) && asker.isTheirs(row),
    update: { set: 'revision = 1', rows: isTheirs },
    delete: owns,
  },
  arrival_report_version: worked('note = null', seen),
  version_author: worked(`person_id = '00000000-0000-4000-8000-000000000000'`, works),
  arrival_count: worked('value = 1', exact),
  arrival_cell: worked('value = 1', exactCells),
  arrival_indicator: worked('value = 1', exactCells),
  twin_count: { select: protectedOnes, insert: works },
  twin_share: { select: shares, insert: works },
  twin_base: { select: works, insert: works },
  share: own('revoked_by = null'),
  notice: { select: owns },
  read_log: {
    select: owns,
    insert: (asker, row) => row['reader_organization_id'] === (asker.organization?.id ?? null),
  },
  audience_reader: { select: (asker, row) => asker.holdsToken(row['reader']) },
  sharing_group: {
    select: (asker, row) => asker.groupRole(row['id']) !== null,
    insert: (asker, row) => asker.groupRole(row['id']) === 'owner',
    update: { set: 'edition = 1', rows: (asker, row) => asker.groupRole(row['id']) === 'owner' },
  },
  sharing_group_member: {
    select: (asker, row) => asker.groupRole(row['group_id']) !== null,
    insert: (asker, row) => asker.groupRole(row['group_id']) === 'owner',
    update: {
      set: 'removed_at = null',
      rows: (asker, row) => asker.groupRole(row['group_id']) === 'owner',
    },
  },
  audit_head: own(`hash = ''`),
  audit_entry: own(),
  audit_body: own(),
  idempotency_key: { ...own('record_id = null'), delete: owns },
  import_job: own('rows = 0'),
  source_code: own(`value = ''`),
  ...FOLLOW_UP_TABLES,
  ...PRACTICE_TABLES,
};

/** Reference data that everybody may read and the application never writes: no row security. */
export const OPEN_TABLES: readonly string[] = [
  'state',
  'forum',
  'forum_member',
  'crossing_point',
  'organization',
  'recommendation',
  'recommendation_group',
  'forum_presidency',
  'thesaurus_concept',
  'thesaurus_term',
];
