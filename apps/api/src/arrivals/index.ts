export { ArrivalReportEntity } from './arrival-report.entity.js';
export { ArrivalsModule } from './arrivals.module.js';
export { ClearReports } from './clear-reports.js';
export { shareWithOwnState } from './send-report.js';
