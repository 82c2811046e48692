import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '@enlace/contract';
import { requireVersion, type ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { storedFile } from './stored-file.js';

/** Who uploaded a picture looked at it and answers for it that it shows no personal data. */
@Injectable()
export class ConfirmFile {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 404 for a file of another organization, 403 for somebody else's of the own; again changes nothing. */
  execute(actor: ActingActor, id: string, version: string): Promise<FileAnswer> {
    return this.database.write(actor, async (tx) => {
      await tx.rows('select 1 from stored_file where id = $1 for update', [id]);
      const { file, by } = await storedFile(tx, actor, id);
      if (by !== actor.personId) throw new Problem('not-permitted');
      requireVersion(version, file.etag, { current: file });
      if (file.confirmed) return file;
      await tx.rows('update stored_file set confirmed_at = enlace_now() where id = $1', [id]);
      await this.audit.append(tx, actor, {
        action: 'files.confirm',
        record: 'stored-file',
        recordId: id,
        after: { confirmed: true },
      });
      return (await storedFile(tx, actor, id)).file;
    });
  }
}
