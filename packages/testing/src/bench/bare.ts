import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BareStatement } from './bare-server.js';

/** The bare server in a process of its own. */
export class Bare {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  /** Starts it on a database, under a role that row security does not hold. */
  static async start(databaseUrl: string): Promise<Bare> {
    const file = fileURLToPath(new URL('bare-server.js', import.meta.url));
    const child = fork(file, [databaseUrl]);
    const [port] = (await once(child, 'message')) as [number];
    return new Bare(child, port);
  }

  /** Answers a path with a statement from now on; returns its address. */
  async serve(statement: BareStatement): Promise<string> {
    const answered = once(this.child, 'message');
    this.child.send(statement);
    await answered;
    return `http://127.0.0.1:${this.port}${statement.path}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
