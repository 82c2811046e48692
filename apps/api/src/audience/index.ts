export {
  audiencesOf,
  exactReport,
  ownCommitment,
  ownReport,
  signedIn,
  sightParameters,
  visibleCommitment,
  visibleReport,
} from './sight.sql.js';
