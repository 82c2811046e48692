import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { CheckedFile } from './check-file.js';
import { FileChecks } from './file-checks.js';
import { fileFault } from './file-fault.js';
import { columnOf, lockHolder, requireHolder, type FileHolder } from './file-holder.js';
import { FileStore } from './file-store.js';
import type { UploadedFile } from './file-upload.js';
import { storedFile } from './stored-file.js';
import { lockBytes } from './sweep-files.js';

/** More files than this no commitment or practice has of one organization. */
const MAX_FILES = 200;

/** Whoever does a commitment or writes a practice hands in a file, to be evidence of it. */
@Injectable()
export class KeepFile {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly checks: FileChecks,
    private readonly store: FileStore,
  ) {}

  /** The same file under the same name again is the same; nothing of a refused one is kept. */
  async execute(
    actor: ActingActor,
    request: IdempotentRequest,
    holder: FileHolder,
    file: UploadedFile,
  ): Promise<FileAnswer> {
    await this.database.read(actor, (tx) => requireHolder(tx, actor, holder));
    const checked = await this.checks.check(file.bytes, file.name);
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.keep(tx, actor, { holder, name: file.name, checked }),
      );
      return (await storedFile(tx, actor, id)).file;
    });
  }

  private async keep(
    tx: Transaction,
    actor: ActingActor,
    { holder, name, checked }: Kept,
  ): Promise<string> {
    await requireHolder(tx, actor, holder);
    const sha256 = await this.store.put(checked.bytes, (hash) => lockBytes(tx, hash));
    await lockHolder(tx, holder);
    const earlier = await tx.maybe<{ id: string }>(
      `select id from stored_file
       where ${columnOf(holder)} = $1 and organization_id = $2 and created_by = $3 and sha256 = $4 and name = $5`,
      [holder.id, actor.organization.id, actor.personId, sha256, name],
    );
    if (earlier) return earlier.id;
    const id = await insert(tx, actor, sha256, { holder, name, checked });
    await this.audit.append(tx, actor, {
      action: `${holder.kind}s.keep-file`,
      record: 'stored-file',
      recordId: id,
      after: { [holder.kind]: holder.id, sha256, name, mediaType: checked.mediaType },
    });
    return id;
  }
}

interface Kept {
  readonly holder: FileHolder;
  readonly name: string;
  readonly checked: CheckedFile;
}

async function insert(
  tx: Transaction,
  actor: ActingActor,
  sha256: string,
  { holder, name, checked: { bytes, mediaType, needsConfirmation } }: Kept,
): Promise<string> {
  const { held } = await tx.one<{ held: number }>(
    `select count(*)::int as held from stored_file where ${columnOf(holder)} = $1 and organization_id = $2`,
    [holder.id, actor.organization.id],
  );
  if (held >= MAX_FILES) throw fileFault('too-long', { limit: MAX_FILES });
  const { id } = await tx.one<{ id: string }>(
    `insert into stored_file (${columnOf(holder)}, organization_id, sha256, size, media_type, name, created_by, confirmed_at)
     values ($1, $2, $3, $4, $5, $6, $7, case when not $8::boolean then enlace_now() end)
     returning id`,
    [
      ...[holder.id, actor.organization.id, sha256, bytes.length, mediaType, name],
      ...[actor.personId, needsConfirmation],
    ],
  );
  return id;
}
