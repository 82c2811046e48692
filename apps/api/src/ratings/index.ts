export { RATING_STATE } from './rating.sql.js';
export { RatingsModule } from './ratings.module.js';
