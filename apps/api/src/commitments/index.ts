export { CommitmentsModule } from './commitments.module.js';
export { commitmentText, DUE_FACTS, STATUS, todayOf } from './status.sql.js';
export { tellTimeline, touch } from './worked-commitment.js';
export { commitmentFacts, recordingFaults, type CommitmentFacts } from './check-commitment.js';
export { gatedState } from './commitment-parts.js';
export { requireSecretariat } from './record-commitment.js';
export { touchAll } from './worked-commitment.js';
export { writeCommitments, type NewCommitment } from './write-commitments.js';
export { writeSchedules } from './write-schedules.js';
