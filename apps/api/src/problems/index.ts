export { incomplete, invalid, Problem, type ProblemFault } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { answerUnread } from './unread-request.js';
export { InputPipe } from './input.pipe.js';
export { faultsOf } from './zod-faults.js';
export { ruleText } from './rule-text.js';
export { readerLanguage } from './reader-language.js';
