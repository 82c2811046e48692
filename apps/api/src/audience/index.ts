export {
  exactReport,
  ownCommitment,
  ownReport,
  sightParameters,
  visibleCommitment,
  visibleReport,
} from './sight.sql.js';
