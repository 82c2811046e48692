import { Injectable } from '@nestjs/common';
import { importStatus, type ImportStatus } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** Whether the process that ran the import has fallen silent. */
export const SILENT = `heartbeat_at < enlace_now() - interval '60 seconds'`;

const STATUS = `select json_build_object('id', id,
    'state', case when state in ('waiting', 'running') and ${SILENT} then 'failed' else state end,
    'fileName', file_name, 'rows', rows, 'rowsDone', rows_done, 'reports', reports,
    'createdAt', created_at, 'faults', faults, 'faultCount', fault_count) as status
  from import_job where id = $1 and organization_id = $2 and kind = 'arrivals'`;

/** Reads the imports of the acting organization. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** How an import stands; 404 for somebody else's. */
  status(actor: ActingActor, id: string): Promise<ImportStatus> {
    return this.database.read(actor, async (tx) => {
      const row = await tx.maybe<{ status: unknown }>(STATUS, [id, actor.organization.id]);
      if (!row) throw new Problem('not-found');
      return importStatus.parse(row.status);
    });
  }
}
