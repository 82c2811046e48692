import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TestSystem } from '../../system.js';

/** The jobs' process, which can be killed in the middle and comes back. */
export class Beat {
  private child: ChildProcessWithoutNullStreams | null = null;
  private lines: AsyncIterator<string> | null = null;

  constructor(private readonly system: TestSystem) {}

  /** Lets the clock strike and waits until nothing is left to do; false: the process was killed on the way. */
  async strike(): Promise<boolean> {
    if (!this.child) await this.start();
    this.child?.stdin.write('strike\n');
    return (await this.next()) !== null;
  }

  /** `kill -9`, at once. */
  kill(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await ended;
  }

  private async start(): Promise<void> {
    const child = this.system.begin('jobs', '--on-input');
    let errors = '';
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    // A write to a process that was just killed.
    child.stdin.on('error', () => undefined);
    this.child = child;
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    if ((await this.next()) !== 'ready') throw new Error(`The jobs do not run:\n${errors}`);
  }

  private async next(): Promise<string | null> {
    const line = await this.lines?.next();
    if (!line || line.done) return null;
    if (line.value === 'ready' || line.value.startsWith('jobs: ')) return line.value;
    throw new Error(`The jobs said: ${line.value}`);
  }
}
