export { INPUT_RULES, type InputRule } from './input-rules.js';
export {
  invalid,
  Problem,
  type ProblemFault,
  type ProblemOptions,
  type ProblemRule,
} from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { InputPipe } from './input.pipe.js';
export { readerLanguage } from './reader-language.js';
