import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * A long file on its way to a reader. It is written whole before the first byte leaves, so that a
 * slow or vanished reader holds neither memory nor a connection of the database. It has no name:
 * its room is free again when it is closed, also after a crash.
 */
export class Spool {
  private end = 0;

  private constructor(private readonly handle: FileHandle) {}

  /** An empty one. */
  static async begin(): Promise<Spool> {
    const path = join(tmpdir(), `enlace-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    await rm(path);
    return new Spool(handle);
  }

  /** Adds to its end. */
  async add(text: string): Promise<void> {
    const { bytesWritten } = await this.handle.write(text, this.end);
    this.end += bytesWritten;
  }

  /** Gives up what was written. */
  async drop(): Promise<void> {
    await this.handle.close();
  }

  /** What was written, from its beginning; closes when it was read or its reader went away. */
  read(): Readable {
    return this.handle.createReadStream({ start: 0 });
  }
}
