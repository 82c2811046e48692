import type { Rule, TableRules } from './table-rules.js';

const owns: Rule = (asker, row) => asker.owns(row);
const sees: Rule = ({ followUp }, row) => followUp.sees(row['commitment_id'] ?? row['id']);
const isParty: Rule = ({ followUp }, row) => followUp.isParty(row['commitment_id'] ?? row['id']);

/** Rows that hang on a commitment: its readers read them, its parties write them. */
const ofCommitment = (set: string): TableRules => ({
  select: sees,
  insert: isParty,
  update: { set, rows: isParty },
  delete: isParty,
});

const ownsReport: Rule = ({ followUp }, row) => followUp.ownsReport(row['report_id']);
const seesReport: Rule = ({ followUp }, row) => followUp.seesReport(row['report_id'] ?? row['id']);

/** Rows that hang on a progress report: read with it, written by its author's organization. */
const ofReport = (set: string): TableRules => ({
  select: seesReport,
  insert: ownsReport,
  update: { set, rows: ownsReport },
  delete: ownsReport,
});

const seesInstrument: Rule = ({ followUp }, row) =>
  followUp.seesInstrument(row['instrument_id'] ?? row['id']);
const ownsInstrument: Rule = ({ followUp }, row) => followUp.ownsInstrument(row['instrument_id']);
const seesProvision: Rule = ({ followUp }, row) => followUp.seesProvision(row['provision_id']);
const ofOwnState: Rule = (asker, row) => asker.isOwnState(row['state_id']);
const isPartyToDueDate: Rule = ({ followUp }, row) => followUp.isPartyToDueDate(row['due_date_id']);

/** A rating that waits for the reply of the State, which sees it and may write its reply. */
const awaitsReply: Rule = ({ followUp }, row) =>
  row['state'] === 'right-of-reply' &&
  String(row['reply_until']) >= followUp.today &&
  followUp.mayReply(row['commitment_id']);
const isOpenRating: Rule = ({ followUp }, row) =>
  row['state'] === 'published' ||
  row['state'] === 'superseded' ||
  (row['state'] === 'right-of-reply' && String(row['reply_until']) < followUp.today);

const nobody = `'00000000-0000-4000-8000-000000000000'`;

/** Tables of the follow-up, as `TABLES` has them. */
export const FOLLOW_UP_TABLES: Readonly<Record<string, TableRules>> = {
  instrument: {
    select: seesInstrument,
    insert: owns,
    update: { set: 'place = null', rows: owns },
  },
  instrument_forum: { select: seesInstrument, insert: ownsInstrument },
  provision: {
    select: seesInstrument,
    insert: ownsInstrument,
  },
  provision_text: {
    select: seesProvision,
    insert: ({ followUp }, row) => followUp.ownsProvision(row['provision_id']),
  },
  provision_link: {
    select: ({ followUp }, row) =>
      followUp.seesProvision(row['from_id']) && followUp.seesProvision(row['to_id']),
    insert: ({ followUp }, row) => followUp.ownsProvision(row['from_id']),
  },
  state_response: {
    select: seesProvision,
    insert: ofOwnState,
  },
  commitment: {
    select: sees,
    insert: (asker, row) => asker.organization?.id === row['secretariat_id'],
    update: { set: 'drop_reason = null', rows: isParty },
  },
  commitment_text: ofCommitment(`title = ''`),
  commitment_provision: ofCommitment(`provision_id = ${nobody}`),
  commitment_partner: ofCommitment(`part = ''`),
  commitment_action: ofCommitment('weight = 1'),
  indicator: ofCommitment(`unit = ''`),
  reporting_schedule: ofCommitment('first_on = null'),
  due_date: ofCommitment('reported_on = null'),
  progress_report: {
    select: seesReport,
    insert: (asker, row) => asker.owns(row) && isParty(asker, row),
    update: { set: `body = ''`, rows: isParty },
  },
  progress_report_version: {
    select: (asker, row) =>
      seesReport(asker, row) &&
      (row['outcome'] === 'accepted' || asker.followUp.isPartyToReport(row['report_id'])),
    insert: ownsReport,
    update: {
      set: 'reason = null',
      rows: ({ followUp }, row) => followUp.isPartyToReport(row['report_id']),
    },
  },
  indicator_value: ofReport('value = 1'),
  evidence: ofReport(`title = ''`),
  stored_file: {
    select: (asker, row) =>
      asker.owns(row) ||
      asker.followUp.seesFile(row['id']) ||
      asker.practices.seesFile(row['practice_id'], row['id']),
    insert: (asker, row) =>
      asker.owns(row) &&
      (row['commitment_id'] === null
        ? asker.practices.owns(row['practice_id'])
        : isParty(asker, row)),
    update: { set: 'confirmed_at = null', rows: owns },
  },
  rating: {
    select: (asker, row) =>
      sees(asker, row) && (asker.owns(row) || isOpenRating(asker, row) || awaitsReply(asker, row)),
    insert: (asker, row) => asker.owns(row) && sees(asker, row),
    update: { set: `body = ''`, rows: (asker, row) => asker.owns(row) || awaitsReply(asker, row) },
  },
  commitment_event: {
    select: (asker, row) =>
      sees(asker, row) &&
      (row['parties_only'] !== true || isParty(asker, row)) &&
      (row['kind'] !== 'report-accepted' || asker.organization !== null),
    insert: (asker, row) => asker.owns(row) && sees(asker, row),
  },
  reminder_rule: { select: () => true },
  holiday: {
    select: () => true,
    insert: ofOwnState,
    update: { set: 'struck_at = null', rows: ofOwnState },
  },
  snooze: { select: isPartyToDueDate, insert: owns },
  reminder: { select: isPartyToDueDate },
  reminder_step: { select: isPartyToDueDate },
};
