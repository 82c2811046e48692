import { Injectable } from '@nestjs/common';
import type { ChecksResponse } from '@enlace/contract';
import { nextState, type CheckFinding, type VersionState } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { checkVersion } from './draft-check.js';

interface CheckedReport {
  readonly owner: string;
  readonly version: number | null;
  readonly state: VersionState | null;
}

const CHECKED = `select r.organization_id as owner, r.open_version as version, v.state
  from arrival_report r
  left join arrival_report_version v on v.report_id = r.id and v.version = r.open_version
  where r.id = $1`;

const told = ({ rule, pointer, params }: CheckFinding): ChecksResponse['refusals'][number] => ({
  rule,
  pointer,
  params,
});

/** Tells what would stop a draft or a returned version from being sent now, and what it would ask about. */
@Injectable()
export class CheckReport {
  constructor(private readonly database: Database) {}

  execute(actor: ActingActor, id: string): Promise<ChecksResponse> {
    return this.database.read(actor, async (tx) => {
      const report = await tx.maybe<CheckedReport>(CHECKED, [id]);
      if (!report) throw new Problem('not-found');
      if (report.owner !== actor.organization.id) throw new Problem('not-permitted');
      const { version, state } = report;
      // What was sent already is not sent again: there is nothing to ask the checks.
      if (version === null || state === null || nextState(state, 'send') === null) {
        throw new Problem('state-conflict');
      }
      const findings = await checkVersion(tx, id, version);
      return {
        refusals: findings.filter(({ kind }) => kind === 'refusal').map(told),
        warnings: findings.filter(({ kind }) => kind === 'warning').map(told),
      };
    });
  }
}
