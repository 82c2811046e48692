import type { FileAnswer } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';

type Row = Omit<FileAnswer, 'etag'> & { readonly by: string };

/** A file of the acting organization and who handed it in; 404 where it has none. */
export async function storedFile(
  tx: Transaction,
  actor: ActingActor,
  id: string,
): Promise<{ readonly file: FileAnswer; readonly by: string }> {
  const row = await tx.maybe<Row>(
    `select id, name, media_type as "mediaType", size, confirmed_at is not null as confirmed, created_by as by
     from stored_file where id = $1 and organization_id = $2`,
    [id, actor.organization.id],
  );
  if (!row) throw new Problem('not-found');
  const { by, ...file } = row;
  // Its confirmation is the one thing of it that changes.
  return { file: { ...file, etag: tx.etag(id, file.confirmed ? 1 : 0) }, by };
}
