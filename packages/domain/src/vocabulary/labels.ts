import * as arrivals from './arrival-labels.js';
import * as followUp from './follow-up-labels.js';
import * as participants from './participant-labels.js';
import * as practices from './practice-labels.js';
import * as provisions from './provision-labels.js';

/** Every code list's labels by its name: the one place where a code term meets its four languages. */
export const LABELS = {
  unit: arrivals.UNIT_LABELS,
  observation: arrivals.OBSERVATION_LABELS,
  direction: arrivals.DIRECTION_LABELS,
  sourceKind: arrivals.SOURCE_KIND_LABELS,
  coverage: arrivals.COVERAGE_LABELS,
  confidence: arrivals.CONFIDENCE_LABELS,
  finality: arrivals.FINALITY_LABELS,
  periodLength: arrivals.PERIOD_LENGTH_LABELS,
  sex: arrivals.SEX_LABELS,
  ageBand: arrivals.AGE_BAND_LABELS,
  indicator: arrivals.INDICATOR_LABELS,
  crossingPointKind: arrivals.CROSSING_POINT_KIND_LABELS,
  versionState: arrivals.VERSION_STATE_LABELS,
  language: participants.LANGUAGE_LABELS,
  organizationKind: participants.ORGANIZATION_KIND_LABELS,
  function: participants.FUNCTION_LABELS,
  forumRole: participants.FORUM_ROLE_LABELS,
  classification: participants.CLASSIFICATION_LABELS,
  detail: participants.DETAIL_LABELS,
  audienceKind: participants.AUDIENCE_KIND_LABELS,
  onwardRule: participants.ONWARD_RULE_LABELS,
  commitmentState: followUp.COMMITMENT_STATE_LABELS,
  actionState: followUp.ACTION_STATE_LABELS,
  progressReportState: followUp.PROGRESS_REPORT_STATE_LABELS,
  gatePart: followUp.GATE_PART_LABELS,
  dueDateStatus: followUp.DUE_DATE_STATUS_LABELS,
  indicatorDirection: followUp.INDICATOR_DIRECTION_LABELS,
  textStatus: followUp.TEXT_STATUS_LABELS,
  ratingGrade: followUp.RATING_GRADE_LABELS,
  ratingVoice: followUp.RATING_VOICE_LABELS,
  reminderRole: followUp.REMINDER_ROLE_LABELS,
  reminderState: followUp.REMINDER_STATE_LABELS,
  followUpStatus: provisions.FOLLOW_UP_STATUS_LABELS,
  provisionTheme: provisions.PROVISION_THEME_LABELS,
  provisionLink: provisions.PROVISION_LINK_LABELS,
  instrumentKind: provisions.INSTRUMENT_KIND_LABELS,
  statePosition: provisions.STATE_POSITION_LABELS,
  subregion: provisions.SUBREGION_LABELS,
  practiceStatus: practices.PRACTICE_STATUS_LABELS,
  costBand: practices.COST_BAND_LABELS,
  evidenceStrength: practices.EVIDENCE_STRENGTH_LABELS,
  reviewCriterion: practices.REVIEW_CRITERION_LABELS,
  reviewGrade: practices.REVIEW_GRADE_LABELS,
  reviewProposal: practices.REVIEW_PROPOSAL_LABELS,
  reviewState: practices.REVIEW_STATE_LABELS,
  declineReason: practices.DECLINE_REASON_LABELS,
  adoptionState: practices.ADOPTION_STATE_LABELS,
  adoptionUse: practices.ADOPTION_USE_LABELS,
  adoptionResult: practices.ADOPTION_RESULT_LABELS,
} as const;

/** Name of a code list that has labels. */
export type LabelList = keyof typeof LABELS;
