import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';

/** Records by the part of an address that names them: those of `$1` first, then some of everybody. */
const RECORDS: Readonly<Record<string, string>> = {
  'arrivals/reports': 'select id, organization_id as own from arrival_report',
  'arrivals/imports': 'select id, organization_id as own from import_job',
  commitments: 'select id, secretariat_id as own from commitment',
  practices: 'select id, organization_id as own from practice',
  'practice-reviews': 'select id, organization_id as own from practice_review',
  adoptions: 'select id, organization_id as own from adoption',
  questions: 'select id, organization_id as own from question',
  'progress-reports': 'select id, organization_id as own from progress_report',
  files: 'select id, organization_id as own from stored_file',
  'sharing-groups': 'select id, owner_id as own from sharing_group',
  'system/mails': 'select id, organization_id as own from mail',
  provisions: 'select id, null::uuid as own from provision',
  forums: 'select alias as id, null::uuid as own from forum',
  scorecards: 'select code as id, null::uuid as own from state',
  dueDate: 'select id, null::uuid as own from due_date',
  action: 'select id, organization_id as own from commitment_action',
  indicator: 'select id, null::uuid as own from indicator',
  rating: 'select id, organization_id as own from rating',
  evidence: 'select id, null::uuid as own from evidence',
  share: 'select id, organization_id as own from share',
  // What bodies name.
  forum: 'select id, null::uuid as own from forum',
  organization: `select id, id as own from organization where kind <> 'portal'`,
  crossingPoint: `select p.id, o.id as own from crossing_point p left join organization o on o.state_id = p.state_id`,
};
const EACH = 60;

/** The system as the hooks know it. */
export interface Scene {
  readonly origin: string;
  /** Address that answers a fresh token for the account after the slash. */
  readonly tokens: string;
  /** JSON bodies that succeeded on journeys, by operation. */
  readonly bodies: Readonly<Record<string, unknown>>;
  /** Ids by role and by what they are ids of. */
  readonly ids: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const idsOf = (
  system: TestSystem,
  role: string,
): Promise<Readonly<Record<string, readonly string[]>>> =>
  withClient(system.urls.owner, async (owner) => {
    const { rows: own } = await owner.query<{ id: string }>(
      `select m.organization_id as id from membership m join person p on p.id = m.person_id
       where p.username = $1 limit 1`,
      [role],
    );
    const found: Record<string, readonly string[]> = {};
    for (const [name, sql] of Object.entries(RECORDS)) {
      const { rows } = await owner.query<{ id: string }>(
        `select id::text from (${sql}) r order by own is not distinct from $1::uuid desc, md5(id::text) limit $2`,
        [own[0]?.id ?? null, EACH],
      );
      found[name] = rows.map(({ id }) => id);
    }
    return found;
  });

/** Describes the system for the hooks, and gives out tokens on the loopback until it is stopped. */
export async function openScene(
  system: TestSystem,
  roles: readonly string[],
  bodies: Scene['bodies'],
): Promise<{ readonly scene: Scene; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void system.identity.token((request.url ?? '/').slice(1)).then(
      (token) => response.end(token),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const ids = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await idsOf(system, role)] as const)),
  );
  return {
    scene: { origin: system.origin, tokens: `http://127.0.0.1:${port}`, bodies, ids },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
