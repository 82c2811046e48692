export { SHOWN_BY_PRACTICE } from './practice-row.js';
export { PracticesModule } from './practices.module.js';
