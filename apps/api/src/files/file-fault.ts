import { invalid, type Problem, type ProblemFault } from '../problems/index.js';

/** Refuses a file (422); the pointer names the body, which is the file. */
export const fileFault = (rule: ProblemFault['rule'], params?: ProblemFault['params']): Problem =>
  invalid('/file', rule, params);
