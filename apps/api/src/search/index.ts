export { SearchModule } from './search.module.js';
export { readSought, type Sought } from './sought.js';
