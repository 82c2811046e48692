import { Injectable } from '@nestjs/common';
import type { FollowUpImportCheck } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import type { UploadedFile } from '../files/index.js';
import { checkAnswer, checkImport, readFile } from './read-file.js';

/** Says what a file of follow-up would make, and writes nothing. */
@Injectable()
export class CheckFollowUpImport {
  constructor(private readonly database: Database) {}

  async execute(
    actor: ActingActor,
    alias: string,
    upload: UploadedFile,
  ): Promise<FollowUpImportCheck> {
    const file = await readFile(upload);
    return this.database.read(actor, async (tx) =>
      checkAnswer(file, await checkImport(tx, actor, alias, file)),
    );
  }
}
