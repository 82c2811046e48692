import { Injectable } from '@nestjs/common';
import type { MatrixFileQuery } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { visibleCommitment } from '../audience/index.js';
import { Database } from '../database/index.js';
import { matrixFilters, readMatrix } from './follow-up.repository.js';
import type { AskedMatrix } from './matrix-files.js';

const LOG = `insert into read_log (organization_id, record_kind, record_id, reader_organization_id, what)
  select distinct c.organization_id, 'commitment', c.id, $1::uuid, 'export'
  from instrument i join provision p on p.instrument_id = i.id
  join commitment_provision cp on cp.provision_id = p.id join commitment c on c.id = cp.commitment_id
  join organization o on o.id = c.organization_id
  where i.symbol = $5 and ${visibleCommitment('c')} and c.state <> 'superseded' and o.kind = 'state'
    and ($6::text is null or c.forum_id = (select id from forum where alias = $6))
    and ($7::text is null or $7 = any(p.themes)) and ($8::text is null or p.group_code = $8)
    and ($9::date is null or c.due_on >= $9::date) and ($10::date is null or c.due_on <= $10::date)
    and c.classification in ('restricted', 'confidential') and c.organization_id <> $1::uuid`;

/** Reads a matrix for a file, and tells the owners of what is not public that it was exported. */
@Injectable()
export class ExportMatrix {
  constructor(private readonly database: Database) {}

  execute(actor: Actor, { language, ...query }: MatrixFileQuery): Promise<AskedMatrix> {
    return this.database.write(actor, async (tx) => {
      const rows = await readMatrix(tx, actor, query);
      // The public sees nothing restricted.
      if (actor.organization) await tx.rows(LOG, matrixFilters(actor, query));
      return { rows, query, language: language ?? actor.language };
    });
  }
}
