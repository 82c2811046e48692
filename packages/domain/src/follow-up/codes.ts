/** Closed lists of follow-up (source: the product's page "Follow-up of commitments"). */

export const INSTRUMENT_KINDS = [
  'recommendations',
  'declaration',
  'agreement',
  'plan-of-action',
  'guideline',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** What a provision is about; a provision may have several. */
export const PROVISION_THEMES = [
  'human-rights',
  'asylum',
  'trafficking',
  'smuggling',
  'detention',
  'xenophobia',
  'children',
  'extra-continental',
  'mixed-movements',
  'data',
  'training',
  'cooperation',
  'durable-solutions',
] as const;
export type ProvisionTheme = (typeof PROVISION_THEMES)[number];

/** How a provision stands to an earlier one, of its forum or another. */
export const PROVISION_LINKS = ['repeats', 'supersedes', 'implements'] as const;
export type ProvisionLink = (typeof PROVISION_LINKS)[number];

/** What a State answered to a provision. */
export const STATE_POSITIONS = ['supported', 'supported-in-part', 'noted'] as const;
export type StatePosition = (typeof STATE_POSITIONS)[number];

/** Where a text of a language comes from. */
export const TEXT_STATUSES = ['original', 'human', 'machine'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

/** Which way an indicator has to move to its target. */
export const INDICATOR_DIRECTIONS = ['up', 'down'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/** Months between two reports; a schedule of single dates has none. */
export const REPORTING_FREQUENCIES = [1, 3, 6, 12] as const;
export type ReportingFrequency = (typeof REPORTING_FREQUENCIES)[number];

/** Grades of a rating, lowest first. */
export const RATING_GRADES = ['none', 'started', 'substantial', 'complete'] as const;
export type RatingGrade = (typeof RATING_GRADES)[number];

/** The voices that rate; they stand side by side and are never averaged. */
export const RATING_VOICES = ['state', 'secretariat', 'civil-society'] as const;
export type RatingVoice = (typeof RATING_VOICES)[number];

export const EVIDENCE_KINDS = ['file', 'link'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who is reminded, in the order of the escalation. */
export const REMINDER_ROLES = ['owner', 'coordinator', 'secretariat', 'presidency'] as const;
export type ReminderRole = (typeof REMINDER_ROLES)[number];

/** What happened to a commitment, as its timeline tells it. */
export const COMMITMENT_EVENTS = [
  'recorded',
  'changed',
  'accepted',
  'started',
  'done',
  'dropped',
  'superseded',
  'classified',
  'action-added',
  'action-changed',
  'indicator-added',
  'indicator-changed',
  'schedule-set',
  'due-date-waived',
  'report-submitted',
  'report-returned',
  'report-accepted',
  'report-published',
  'evidence-added',
  'rating-published',
  'rating-replied',
  'reminder-sent',
] as const;
export type CommitmentEvent = (typeof COMMITMENT_EVENTS)[number];

/** The tables of which a file of follow-up is made, in the order in which one builds on the other. */
export const FOLLOW_UP_SHEETS = ['instruments', 'provisions', 'commitments', 'due-dates'] as const;
export type FollowUpSheet = (typeof FOLLOW_UP_SHEETS)[number];
