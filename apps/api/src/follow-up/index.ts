export { FollowUpModule } from './follow-up.module.js';
export { matrixFilters } from './follow-up.repository.js';
