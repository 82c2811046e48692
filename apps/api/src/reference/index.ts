export { MayBeUnchanged, sendCached, sendCachedText } from './cached-answer.js';
export { ReferenceModule } from './reference.module.js';
