import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';

type Confirmed = FileAnswer & { readonly by: string };

/** Who uploaded a picture looked at it and answers for it that it shows no personal data. */
@Injectable()
export class ConfirmFile {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 404 for a file of another organization, 403 for somebody else's of the own; again changes nothing. */
  execute(actor: ActingActor, id: string): Promise<FileAnswer> {
    return this.database.write(actor, async (tx) => {
      const seen = await tx.maybe<Confirmed>(
        `select id, name, media_type as "mediaType", size, confirmed_at is not null as confirmed, created_by as by
         from stored_file where id = $1 and organization_id = $2`,
        [id, actor.organization.id],
      );
      if (!seen) throw new Problem('not-found');
      const { by, ...file } = seen;
      if (by !== actor.personId) throw new Problem('not-permitted');
      if (file.confirmed) return file;
      await tx.rows('update stored_file set confirmed_at = enlace_now() where id = $1', [id]);
      await this.audit.append(tx, actor, {
        action: 'commitments.confirm-file',
        record: 'stored-file',
        recordId: id,
        after: { confirmed: true },
      });
      return { ...file, confirmed: true };
    });
  }
}
