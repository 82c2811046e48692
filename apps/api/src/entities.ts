import { EndedSessionEntity } from './access/ended-session.entity.js';
import { IdempotencyKeyEntity } from './access/idempotency-key.entity.js';
import { MembershipEntity } from './access/membership.entity.js';
import { OrganizationEntity } from './access/organization.entity.js';
import { RequestCountEntity } from './access/request-count.entity.js';
import { PersonEntity } from './access/person.entity.js';
import { SeatEntity } from './access/seat.entity.js';
import { ArrivalCellEntity } from './arrivals/arrival-cell.entity.js';
import { ArrivalCountEntity } from './arrivals/arrival-count.entity.js';
import { ArrivalIndicatorEntity } from './arrivals/arrival-indicator.entity.js';
import { ArrivalReportEntity } from './arrivals/arrival-report.entity.js';
import { ArrivalReportVersionEntity } from './arrivals/arrival-report-version.entity.js';
import { ReadLogEntity } from './arrivals/read-log.entity.js';
import { TwinBaseEntity } from './arrivals/twin-base.entity.js';
import { TwinCountEntity } from './arrivals/twin-count.entity.js';
import { TwinShareEntity } from './arrivals/twin-share.entity.js';
import { VersionAuthorEntity } from './arrivals/version-author.entity.js';
import { AudienceEntity } from './audience/audience.entity.js';
import { AudienceReaderEntity } from './audience/audience-reader.entity.js';
import { ReaderTokenEntity } from './audience/reader-token.entity.js';
import { AuditBodyEntity } from './audit/audit-body.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { AuditHeadEntity } from './audit/audit-head.entity.js';
import { CommitmentEntity } from './follow-up/commitment.entity.js';
import { CommitmentActionEntity } from './follow-up/commitment-action.entity.js';
import { CommitmentEventEntity } from './follow-up/commitment-event.entity.js';
import { CommitmentPartnerEntity } from './follow-up/commitment-partner.entity.js';
import { CommitmentProvisionEntity } from './follow-up/commitment-provision.entity.js';
import { CommitmentTextEntity } from './follow-up/commitment-text.entity.js';
import { DueDateEntity } from './follow-up/due-date.entity.js';
import { EvidenceEntity } from './follow-up/evidence.entity.js';
import { IndicatorEntity } from './follow-up/indicator.entity.js';
import { IndicatorValueEntity } from './follow-up/indicator-value.entity.js';
import { InstrumentEntity } from './follow-up/instrument.entity.js';
import { InstrumentForumEntity } from './follow-up/instrument-forum.entity.js';
import { MailEntity } from './follow-up/mail.entity.js';
import { ProgressReportEntity } from './follow-up/progress-report.entity.js';
import { ProgressReportVersionEntity } from './follow-up/progress-report-version.entity.js';
import { ProvisionEntity } from './follow-up/provision.entity.js';
import { ProvisionLinkEntity } from './follow-up/provision-link.entity.js';
import { ProvisionTextEntity } from './follow-up/provision-text.entity.js';
import { RatingEntity } from './follow-up/rating.entity.js';
import { ReminderEntity } from './follow-up/reminder.entity.js';
import { ReminderRuleEntity } from './follow-up/reminder-rule.entity.js';
import { ReminderStepEntity } from './follow-up/reminder-step.entity.js';
import { ReportingScheduleEntity } from './follow-up/reporting-schedule.entity.js';
import { SnoozeEntity } from './follow-up/snooze.entity.js';
import { StateResponseEntity } from './follow-up/state-response.entity.js';
import { StoredFileEntity } from './files/stored-file.entity.js';
import { ImportJobEntity } from './imports/import-job.entity.js';
import { SourceCodeEntity } from './imports/source-code.entity.js';
import { CrossingPointEntity } from './reference/crossing-point.entity.js';
import { ForumEntity } from './reference/forum.entity.js';
import { ForumMemberEntity } from './reference/forum-member.entity.js';
import { ForumPresidencyEntity } from './reference/forum-presidency.entity.js';
import { HolidayEntity } from './reference/holiday.entity.js';
import { RecommendationGroupEntity } from './reference/recommendation-group.entity.js';
import { StateEntity } from './reference/state.entity.js';
import { NoticeEntity } from './sharing/notice.entity.js';
import { ShareEntity } from './sharing/share.entity.js';
import { SharingGroupEntity } from './sharing-groups/sharing-group.entity.js';
import { SharingGroupMemberEntity } from './sharing-groups/sharing-group-member.entity.js';
import { AdoptionEntity } from './practices/adoption.entity.js';
import { PracticeEntity } from './practices/practice.entity.js';
import { PracticeEventEntity } from './practices/practice-event.entity.js';
import { PracticeFileEntity } from './practices/practice-file.entity.js';
import { PracticeProvisionEntity } from './practices/practice-provision.entity.js';
import { PracticeReminderEntity } from './practices/practice-reminder.entity.js';
import { PracticeReviewEntity } from './practices/practice-review.entity.js';
import { PracticeShelfEntity } from './practices/practice-shelf.entity.js';
import { PracticeTextEntity } from './practices/practice-text.entity.js';
import { PracticeVersionEntity } from './practices/practice-version.entity.js';
import { QuestionEntity } from './practices/question.entity.js';
import { ThesaurusConceptEntity } from './search/thesaurus-concept.entity.js';
import { ThesaurusTermEntity } from './search/thesaurus-term.entity.js';

/** Every table of the migrations; a new one is added here with its entity. */
export const ENTITIES = [
  EndedSessionEntity,
  IdempotencyKeyEntity,
  MembershipEntity,
  OrganizationEntity,
  PersonEntity,
  RequestCountEntity,
  SeatEntity,
  ArrivalCellEntity,
  ArrivalCountEntity,
  ArrivalIndicatorEntity,
  ArrivalReportEntity,
  ArrivalReportVersionEntity,
  ReadLogEntity,
  TwinBaseEntity,
  TwinCountEntity,
  TwinShareEntity,
  VersionAuthorEntity,
  AudienceEntity,
  AudienceReaderEntity,
  ReaderTokenEntity,
  AuditBodyEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  CommitmentEntity,
  CommitmentActionEntity,
  CommitmentEventEntity,
  CommitmentPartnerEntity,
  CommitmentProvisionEntity,
  CommitmentTextEntity,
  DueDateEntity,
  EvidenceEntity,
  IndicatorEntity,
  IndicatorValueEntity,
  InstrumentEntity,
  InstrumentForumEntity,
  MailEntity,
  ProgressReportEntity,
  ProgressReportVersionEntity,
  ProvisionEntity,
  ProvisionLinkEntity,
  ProvisionTextEntity,
  RatingEntity,
  ReminderEntity,
  ReminderRuleEntity,
  ReminderStepEntity,
  ReportingScheduleEntity,
  SnoozeEntity,
  StateResponseEntity,
  StoredFileEntity,
  ImportJobEntity,
  SourceCodeEntity,
  CrossingPointEntity,
  ForumEntity,
  ForumMemberEntity,
  ForumPresidencyEntity,
  HolidayEntity,
  RecommendationGroupEntity,
  StateEntity,
  NoticeEntity,
  ShareEntity,
  SharingGroupEntity,
  SharingGroupMemberEntity,
  PracticeEntity,
  PracticeVersionEntity,
  PracticeTextEntity,
  PracticeShelfEntity,
  ThesaurusConceptEntity,
  ThesaurusTermEntity,
  PracticeFileEntity,
  PracticeProvisionEntity,
  PracticeEventEntity,
  PracticeReminderEntity,
  PracticeReviewEntity,
  AdoptionEntity,
  QuestionEntity,
];
