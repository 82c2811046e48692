import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportRequest } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { importContext } from './import-context.js';
import { ImportJobEntity } from './import-job.entity.js';
import { ImportRunner } from './import-runner.js';
import { SILENT } from './imports.repository.js';

/** An import that was taken: its id, and its end for whoever waits for it. */
export interface StartedImport {
  readonly id: string;
  readonly ended: Promise<void>;
}

/** Takes a file and begins to import it; one at a time for each organization. */
@Injectable()
export class StartImport {
  constructor(
    private readonly database: Database,
    private readonly runner: ImportRunner,
  ) {}

  /** A repeated request gets the import of the first one. */
  async execute(
    actor: ActingActor,
    request: IdempotentRequest,
    input: ImportRequest,
  ): Promise<StartedImport> {
    const { id, created } = await this.database.write(actor, (tx) =>
      createOnce(tx, actor, request, () => insertJob(tx, actor, input)),
    );
    return { id, ended: created ? this.runner.start({ actor, id, input }) : Promise.resolve() };
  }
}

async function insertJob(
  tx: Transaction,
  actor: ActingActor,
  { fileName, settings }: ImportRequest,
): Promise<string> {
  // A wrong crossing point is told at once.
  if (settings) await importContext(tx, actor, settings);
  const lock = `import of ${actor.organization.id}`;
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  const { busy } = await tx.one<{ busy: boolean }>(
    `select exists (select 1 from import_job where organization_id = $1
       and state in ('waiting', 'running') and not ${SILENT}) as busy`,
    [actor.organization.id],
  );
  if (busy) throw new Problem('state-conflict');
  const id = randomUUID();
  await tx.manager.insert(ImportJobEntity, {
    ...{ id, organizationId: actor.organization.id, personId: actor.personId },
    ...{ fileName, settings },
  });
  return id;
}
