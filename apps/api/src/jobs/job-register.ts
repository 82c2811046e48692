import { Injectable } from '@nestjs/common';
import { JOB_NAMES, JOB_PAYLOADS, type JobName, type JobPayload } from '@enlace/contract';

/** What a job does; it may run again after it ran, so it is idempotent. */
export type JobHandler<N extends JobName> = (payload: JobPayload<N>) => Promise<void>;

/** Who does which job: features say so when they are made. */
@Injectable()
export class JobRegister {
  private readonly handlers = new Map<JobName, (payload: unknown) => Promise<void>>();

  /** Names the handler of a job, once. */
  handle<N extends JobName>(name: N, handler: JobHandler<N>): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}.`);
    const schema = JOB_PAYLOADS[name];
    this.handlers.set(name, (payload) => handler(schema.parse(payload) as JobPayload<N>));
  }

  /** Runs a job's handler on a payload that was checked against its schema. */
  async run(name: JobName, payload: unknown): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`Nobody handles the job ${name}.`);
    await handler(payload);
  }

  /** Throws where a job of the register has no handler. */
  checkComplete(): void {
    const missing = JOB_NAMES.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.join(', ')}.`);
  }
}
