import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** Where bytes lie, by the hash of what they are: the same bytes are kept once. */
export abstract class FileStore {
  /** Keeps the bytes and returns their SHA-256; keeping them again changes nothing. */
  abstract put(bytes: Buffer): Promise<string>;
  /** The bytes, which are what the hash says; throws where they are missing or damaged. */
  abstract open(sha256: string): Promise<Buffer>;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Files in a folder of this machine. */
@Injectable()
export class LocalFileStore extends FileStore {
  constructor(private readonly config: Config) {
    super();
  }

  async put(bytes: Buffer): Promise<string> {
    const sha256 = hashOf(bytes);
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

  private pathOf(sha256: string): string {
    return join(this.config.files.ENLACE_FILES_FOLDER, sha256.slice(0, 2), sha256);
  }
}
