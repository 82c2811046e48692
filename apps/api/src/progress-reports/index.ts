export { ProgressReportsModule } from './progress-reports.module.js';
