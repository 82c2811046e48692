import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** Where bytes lie, by the hash of what they are: the same bytes are kept once. */
export abstract class FileStore {
  /**
   * Keeps the bytes and returns their SHA-256; keeping them again changes nothing. `lock` keeps the
   * sweep away from them until the record that names them stands.
   */
  abstract put(bytes: Buffer, lock: (sha256: string) => Promise<void>): Promise<string>;
  /** The bytes, which are what the hash says; throws where they are missing or damaged. */
  abstract open(sha256: string): Promise<Buffer>;
  /** Hashes of what was first put before this moment. */
  abstract putBefore(moment: Date): Promise<readonly string[]>;
  /** Forgets the bytes; nothing where there are none. */
  abstract delete(sha256: string): Promise<void>;
}

/** How bytes are named, and what `put` left of them where its process died. */
const NAME = /^([0-9a-f]{64})(\.[0-9a-f-]{36})?$/;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Files in a folder of this machine. */
@Injectable()
export class LocalFileStore extends FileStore {
  constructor(private readonly config: Config) {
    super();
  }

  async put(bytes: Buffer, lock: (sha256: string) => Promise<void>): Promise<string> {
    const sha256 = hashOf(bytes);
    await lock(sha256);
    const path = this.pathOf(sha256);
    if (await stat(path).catch(() => null)) return sha256;
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    // Whole or not at all: a reader never finds half a file.
    const half = `${path}.${randomUUID()}`;
    try {
      await writeFile(half, bytes, { mode: 0o600, flush: true });
      await rename(half, path);
    } finally {
      await rm(half, { force: true });
    }
    return sha256;
  }

  async open(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (hashOf(bytes) !== sha256) throw new Error(`The stored file ${sha256} is damaged.`);
    return bytes;
  }

  async putBefore(moment: Date): Promise<readonly string[]> {
    const folder = this.config.files.ENLACE_FILES_FOLDER;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const old: string[] = [];
    for (const entry of entries) {
      const [, sha256, half] = NAME.exec(entry.name) ?? [];
      if (sha256 === undefined || !entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => null);
      if (!found || found.mtime >= moment) continue;
      if (half === undefined) old.push(sha256);
      else await rm(path, { force: true });
    }
    return old;
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return join(this.config.files.ENLACE_FILES_FOLDER, sha256.slice(0, 2), sha256);
  }
}
