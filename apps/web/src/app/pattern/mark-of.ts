import type { FollowUpStatus } from '@enlace/domain';
import type { MarkStatus } from './status-mark';

/** The mark of a status: where there is no report, the dot. */
export const markOf = (status: FollowUpStatus): MarkStatus =>
  status === 'no-report' ? 'none' : status;
