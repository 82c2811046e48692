export { FollowUpImportsModule } from './follow-up-imports.module.js';
