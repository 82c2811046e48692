import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { Problem } from '../problems/index.js';
import type { CheckedFile } from './check-file.js';
import type { CheckResult, CheckTask } from './check-worker.js';
import { fileFault } from './file-fault.js';

/** What checks may take of the machine. */
export interface CheckLimits {
  readonly atOnce: number;
  /** Files that wait for their turn; more are sent away. */
  readonly waiting: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Honest files take a second and some megabytes; what takes this much is not read further. */
export const CHECK_LIMITS: CheckLimits = {
  atOnce: Math.max(2, availableParallelism() - 1),
  ...{ waiting: 10, milliseconds: 15_000, megabytes: 500 },
};

// The compiled file, also for a process that reads the sources.
const WORKER = new URL('../../dist/files/check-worker.js', import.meta.url);
const LOOK_AGAIN = 100;
const RETRY_SECONDS = 5;
const MEGABYTE = 1_000_000;

/**
 * Checks files in threads of their own, a few at once and each within its time and memory, so that a
 * file made to keep its reader busy stops nothing else.
 */
export class FileChecks {
  private readonly log = new Logger('Files');
  private readonly queue: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limits: CheckLimits) {}

  /** As `checkFile`; 503 while too many wait, 422 for what takes too long or too much memory. */
  async check(bytes: Buffer, name: string): Promise<CheckedFile> {
    await this.turn();
    try {
      const result = await this.inThread({ bytes, name });
      if ('refused' in result) {
        const { code, errors } = result.refused;
        throw new Problem(code, errors.length > 0 ? { errors } : {});
      }
      if ('kept' in result) return { ...result.kept, bytes: Buffer.from(result.kept.bytes) };
      this.log.warn(`A file that no reader can open: ${result.broken}`);
      throw fileFault('file-damaged');
    } finally {
      this.next();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running += 1;
      return;
    }
    if (this.queue.length >= this.limits.waiting) {
      throw new Problem('files-busy', { headers: { 'retry-after': String(RETRY_SECONDS) } });
    }
    // Whoever ends hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private next(): void {
    const first = this.queue.shift();
    if (first) first();
    else this.running -= 1;
  }

  private async inThread(task: CheckTask): Promise<CheckResult> {
    const { milliseconds, megabytes } = this.limits;
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const end = Date.now() + milliseconds;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise<CheckResult>((resolve, reject) => {
        worker.once('message', resolve);
        // However a thread ends that was reading it, it is the file's doing and nobody else's.
        worker.once('error', (error: unknown) => {
          if (isOutOfMemory(error)) reject(fileFault('file-expands'));
          else resolve({ broken: String(error) });
        });
        worker.once('exit', (code) => {
          resolve({ broken: `its check ended with ${code}` });
        });
        watch = setInterval(() => {
          if (Date.now() > end) reject(fileFault('file-slow'));
          void outsideHeap(worker).then((held) => {
            if (held > megabytes * MEGABYTE) reject(fileFault('file-expands'));
          });
        }, LOOK_AGAIN);
      });
    } finally {
      clearInterval(watch);
      await worker.terminate();
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Bytes of buffers, which the limit of the heap does not count; none where the thread has ended. */
const outsideHeap = (worker: Worker): Promise<number> =>
  worker.getHeapStatistics().then(
    (held) => held.external_memory,
    () => 0,
  );
