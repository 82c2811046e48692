import { parentPort, workerData } from 'node:worker_threads';
import { Problem, type ProblemFault } from '../problems/index.js';
import { checkFile, type CheckedFile } from './check-file.js';

/** What the thread is given. */
export interface CheckTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What it says: the file, why it is refused, or what a reader of the format stumbled over. */
export type CheckResult =
  | { readonly kept: CheckedFile }
  | {
      readonly refused: {
        readonly code: Problem['code'];
        readonly errors: readonly ProblemFault[];
      };
    }
  | { readonly broken: string };

async function check({ bytes, name }: CheckTask): Promise<CheckResult> {
  try {
    return { kept: await checkFile(Buffer.from(bytes), name) };
  } catch (error) {
    if (error instanceof Problem) {
      return { refused: { code: error.code, errors: error.options.errors ?? [] } };
    }
    return { broken: String(error) };
  }
}

// One file, then the thread ends: what a hostile file left behind meets no other.
parentPort?.postMessage(await check(workerData as CheckTask));
