export { CommitmentsModule } from './commitments.module.js';
export { commitmentText, dayOf, DUE_FACTS, STATUS, todayOf } from './status.sql.js';
export { tellTimeline } from './worked-commitment.js';
