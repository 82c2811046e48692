import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import type { CheckedFile } from './check-file.js';
import { FileChecks } from './file-checks.js';
import { fileFault } from './file-fault.js';
import { FileStore } from './file-store.js';
import type { UploadedFile } from './file-upload.js';
import { storedFile } from './stored-file.js';
import { lockBytes } from './sweep-files.js';

/** More files than this no commitment of one organization has. */
const MAX_FILES = 200;

/** Whoever does a commitment hands in a file, to be evidence of a report. */
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
    commitmentId: string,
    file: UploadedFile,
  ): Promise<FileAnswer> {
    await this.database.read(actor, (tx) => requireActor(tx, actor, commitmentId));
    const checked = await this.checks.check(file.bytes, file.name);
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () =>
        this.keep(tx, actor, { commitmentId, name: file.name, checked }),
      );
      return (await storedFile(tx, actor, id)).file;
    });
  }

  private async keep(
    tx: Transaction,
    actor: ActingActor,
    { commitmentId, name, checked }: Kept,
  ): Promise<string> {
    await requireActor(tx, actor, commitmentId);
    const sha256 = await this.store.put(checked.bytes, (hash) => lockBytes(tx, hash));
    await tx.rows('select 1 from commitment where id = $1 for update', [commitmentId]);
    const earlier = await tx.maybe<{ id: string }>(
      `select id from stored_file
       where commitment_id = $1 and organization_id = $2 and created_by = $3 and sha256 = $4 and name = $5`,
      [commitmentId, actor.organization.id, actor.personId, sha256, name],
    );
    if (earlier) return earlier.id;
    const id = await insert(tx, actor, sha256, { commitmentId, name, checked });
    await this.audit.append(tx, actor, {
      action: 'commitments.keep-file',
      record: 'stored-file',
      recordId: id,
      after: { commitment: commitmentId, sha256, name, mediaType: checked.mediaType },
    });
    return id;
  }
}

interface Kept {
  readonly commitmentId: string;
  readonly name: string;
  readonly checked: CheckedFile;
}

async function insert(
  tx: Transaction,
  actor: ActingActor,
  sha256: string,
  { commitmentId, name, checked: { bytes, mediaType, needsConfirmation } }: Kept,
): Promise<string> {
  const { held } = await tx.one<{ held: number }>(
    'select count(*)::int as held from stored_file where commitment_id = $1 and organization_id = $2',
    [commitmentId, actor.organization.id],
  );
  if (held >= MAX_FILES) throw fileFault('too-long', { limit: MAX_FILES });
  const { id } = await tx.one<{ id: string }>(
    `insert into stored_file (commitment_id, organization_id, sha256, size, media_type, name, created_by, confirmed_at)
     values ($1, $2, $3, $4, $5, $6, $7, case when not $8::boolean then enlace_now() end)
     returning id`,
    [
      ...[commitmentId, actor.organization.id, sha256, bytes.length, mediaType, name],
      ...[actor.personId, needsConfirmation],
    ],
  );
  return id;
}

/** 404 where it is not visible, 403 for anybody but the actor, 409 where it takes no reports. */
async function requireActor(
  tx: Transaction,
  actor: ActingActor,
  commitmentId: string,
): Promise<void> {
  const commitment = await tx.maybe<{ actorId: string; state: string }>(
    'select organization_id as "actorId", state from commitment where id = $1',
    [commitmentId],
  );
  if (!commitment) throw new Problem('not-found');
  if (commitment.actorId !== actor.organization.id) throw new Problem('not-permitted');
  if (!['accepted', 'in-progress'].includes(commitment.state)) throw new Problem('state-conflict');
}
