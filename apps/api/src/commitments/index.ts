export { CommitmentsModule } from './commitments.module.js';
export { commitmentText, dayOf, DUE_FACTS, STATUS, todayOf } from './status.sql.js';
export { tellTimeline, touch } from './worked-commitment.js';
