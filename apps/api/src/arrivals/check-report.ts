import { Injectable } from '@nestjs/common';
import type { ChecksResponse } from '@enlace/contract';
import type { CheckFinding } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { checkVersion } from './draft-check.js';

const told = ({ rule, pointer, params }: CheckFinding): ChecksResponse['refusals'][number] => ({
  rule,
  pointer,
  params,
});

/** Tells what would stop the open version from being sent now, and what it would ask about. */
@Injectable()
export class CheckReport {
  constructor(private readonly database: Database) {}

  execute(actor: ActingActor, id: string): Promise<ChecksResponse> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<{ owner: string; version: number | null }>(
        'select organization_id as owner, open_version as version from arrival_report where id = $1',
        [id],
      );
      if (!report) throw new Problem('not-found');
      if (report.owner !== actor.organization.id) throw new Problem('not-permitted');
      if (report.version === null) throw new Problem('state-conflict');
      const findings = await checkVersion(tx, id, report.version);
      return {
        refusals: findings.filter(({ kind }) => kind === 'refusal').map(told),
        warnings: findings.filter(({ kind }) => kind === 'warning').map(told),
      };
    });
  }
}
