export { CommitmentsModule } from './commitments.module.js';
export { dayOf, todayOf } from './status.sql.js';
export { tellTimeline, touch } from './worked-commitment.js';
