export { ProgressReportsModule } from './progress-reports.module.js';
export { SEEN_EVIDENCE } from './report-row.js';
