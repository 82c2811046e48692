import type { Rule, TableRules } from './table-rules.js';

const owns: Rule = (asker, row) => asker.owns(row);
const ownsPractice: Rule = ({ practices }, row) => practices.owns(row['practice_id']);
const seesVersion: Rule = ({ practices }, row) =>
  practices.seesVersion(row['practice_id'], row['version']);
const takesPart: Rule = ({ practices }, row) => practices.takesPart(row['practice_id']);
const declaredIt: Rule = ({ organization }, row) => organization?.id === row['declared_by'];
const isReviewer: Rule = ({ practices }, row) =>
  practices.isReviewer(row['person_id'], row['organization_id']);

/** Rows of a version: read with it, written by the practice's own organization. */
const ofVersion = (set: string): TableRules => ({
  select: seesVersion,
  insert: ownsPractice,
  update: { set, rows: ownsPractice },
});

/** Tables of the good-practice exchange, as `TABLES` has them. */
export const PRACTICE_TABLES: Readonly<Record<string, TableRules>> = {
  practice: {
    select: ({ practices }, row) => practices.sees(row['id']),
    insert: owns,
    update: { set: 'withdraw_reason = null', rows: owns },
  },
  practice_version: ofVersion('return_reason = null'),
  practice_text: { ...ofVersion(`summary = ''`), delete: ownsPractice },
  practice_provision: {
    ...ofVersion(`provision_id = '00000000-0000-4000-8000-000000000000'`),
    delete: ownsPractice,
  },
  practice_file: { select: seesVersion, insert: ownsPractice, delete: ownsPractice },
  practice_event: {
    select: (asker, row) =>
      ownsPractice(asker, row) || (takesPart(asker, row) && row['owner_only'] !== true),
    insert: (asker, row) => asker.owns(row) && asker.practices.sees(row['practice_id']),
  },
  practice_review: {
    select: isReviewer,
    update: {
      set: `comment = ''`,
      rows: (asker, row) => isReviewer(asker, row) && row['state'] === 'assigned',
    },
  },
  adoption: {
    select: (asker, row) =>
      takesPart(asker, row) &&
      (row['state'] !== 'declared' ||
        asker.owns(row) ||
        declaredIt(asker, row) ||
        ownsPractice(asker, row)),
    insert: (asker, row) => takesPart(asker, row) && declaredIt(asker, row),
    update: { set: `contact = ''`, rows: owns },
  },
  question: {
    select: takesPart,
    insert: (asker, row) => asker.owns(row) && takesPart(asker, row),
    update: { set: `body = ''`, rows: ownsPractice },
  },
};
