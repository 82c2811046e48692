import { Reference1795500000001 } from './1-reference.js';
import { Participants1795500000002 } from './2-participants.js';
import { Audiences1795500000003 } from './3-audiences.js';
import { ArrivalReports1795500000004 } from './4-arrival-reports.js';
import { Shares1795500000005 } from './5-shares.js';
import { SightOfVersions1795500000006 } from './6-sight-of-versions.js';
import { Trace1795500000007 } from './7-trace.js';
import { Imports1795500000008 } from './8-imports.js';
import { ToldNotices1795500000009 } from './9-told-notices.js';
import { Instruments1795500000010 } from './10-instruments.js';
import { Commitments1795500000011 } from './11-commitments.js';
import { ProgressReports1795500000012 } from './12-progress-reports.js';
import { Ratings1795500000013 } from './13-ratings.js';
import { Reminders1795500000014 } from './14-reminders.js';
import { SightOfCurrentFigures1795500000015 } from './15-sight-of-current-figures.js';
import { JobsAndMails1795500000016 } from './16-jobs-and-mails.js';
import { ReminderDays1795500000017 } from './17-reminder-days.js';
import { StartOfPeriod1795500000018 } from './18-start-of-period.js';
import { NewsOfAcceptedReports1795500000019 } from './19-news-of-accepted-reports.js';
import { LapsedReplies1795500000020 } from './20-lapsed-replies.js';
import { LiveUpdates1795500000021 } from './21-live-updates.js';
import { AttemptedDigests1795500000022 } from './22-attempted-digests.js';
import { FollowUpImports1795500000023 } from './23-follow-up-imports.js';
import { AdministeredReminders1795500000024 } from './24-administered-reminders.js';
import { StateResponses1795500000025 } from './25-state-responses.js';
import { RecordsRead1795500000027 } from './27-records-read.js';
import { Practices1795500000028 } from './28-practices.js';
import { Library1795500000029 } from './29-library.js';
import { PracticesRead1795500000030 } from './30-practices-read.js';
import { PracticesLive1795500000031 } from './31-practices-live.js';
import { PracticeReminders1795500000032 } from './32-practice-reminders.js';
import { EndedSessions1795500000035 } from './35-ended-sessions.js';
import { FilesOfPractices1795500000037 } from './37-files-of-practices.js';
import { SwappedLetters1795500000038 } from './38-swapped-letters.js';
import { RequestCounts1795500000039 } from './39-request-counts.js';
import { FiguresOfMany1795500000041 } from './41-figures-of-many.js';
import { DatesOfCommitments1795500000042 } from './42-dates-of-commitments.js';
import { NamesOfMails1795500000043 } from './43-names-of-mails.js';

/** Every migration in its order. */
export const MIGRATIONS = [
  Reference1795500000001,
  Participants1795500000002,
  Audiences1795500000003,
  ArrivalReports1795500000004,
  Shares1795500000005,
  SightOfVersions1795500000006,
  Trace1795500000007,
  Imports1795500000008,
  ToldNotices1795500000009,
  Instruments1795500000010,
  Commitments1795500000011,
  ProgressReports1795500000012,
  Ratings1795500000013,
  Reminders1795500000014,
  SightOfCurrentFigures1795500000015,
  JobsAndMails1795500000016,
  ReminderDays1795500000017,
  StartOfPeriod1795500000018,
  NewsOfAcceptedReports1795500000019,
  LapsedReplies1795500000020,
  LiveUpdates1795500000021,
  AttemptedDigests1795500000022,
  FollowUpImports1795500000023,
  AdministeredReminders1795500000024,
  StateResponses1795500000025,
  RecordsRead1795500000027,
  Practices1795500000028,
  Library1795500000029,
  PracticesRead1795500000030,
  PracticesLive1795500000031,
  PracticeReminders1795500000032,
  EndedSessions1795500000035,
  FilesOfPractices1795500000037,
  SwappedLetters1795500000038,
  RequestCounts1795500000039,
  FiguresOfMany1795500000041,
  DatesOfCommitments1795500000042,
  NamesOfMails1795500000043,
];
