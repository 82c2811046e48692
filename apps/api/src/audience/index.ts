export { exactReport, ownReport, sightParameters, visibleReport } from './sight.sql.js';
