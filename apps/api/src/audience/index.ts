export { logRead } from './log-read.js';
export {
  audiencesOf,
  exactReport,
  ownCommitment,
  ownReport,
  signedIn,
  sightParameters,
  visibleCommitment,
  visiblePractice,
  visibleReport,
} from './sight.sql.js';
export { readersOf } from './read-log.js';
