export { CommitmentsModule } from './commitments.module.js';
export { dayOf, todayOf } from './status.sql.js';
export { tellTimeline } from './worked-commitment.js';
