import type { ShareAnswer } from '@enlace/contract';
import type { Transaction } from '../database/index.js';

/** A share as the database tells it; `kind` own-state never leaves. */
const COLUMNS = `json_build_object(
  'id', s.id,
  'audience', json_build_object('kind', s.kind,
    'states', array(select t.code from state t where t.id = any(s.states) order by t.code),
    'organizations', s.organizations, 'group', s.group_id, 'forum', s.forum_id, 'roles', s.forum_roles),
  'detail', case s.detail when 1 then 'exact' else 'protected' end,
  'purpose', s.purpose, 'onward', s.onward,
  'opensAt', to_char(s.opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'endsAt', to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'withheldFrom', array(select t.code from state t where t.id = any(s.withheld) order by t.code),
  'createdAt', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'revokedAt', to_char(s.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;

type Share = Omit<ShareAnswer, 'etag'>;

/** A share is never changed, only revoked. */
const versioned = (tx: Transaction, share: Share): ShareAnswer => ({
  ...share,
  etag: tx.etag(share.id, share.revokedAt === null ? 0 : 1),
});

/** All shares of a report that its owner made, newest first. */
export async function sharesOf(tx: Transaction, reportId: string): Promise<ShareAnswer[]> {
  const rows = await tx.rows<{ share: Share }>(
    `select ${COLUMNS} as share from share s
     where s.report_id = $1 and s.kind <> 'own-state' order by s.created_at desc, s.id`,
    [reportId],
  );
  return rows.map(({ share }) => versioned(tx, share));
}

/** One share of the acting organization; null where there is none. */
export async function shareById(tx: Transaction, id: string): Promise<ShareAnswer | null> {
  const row = await tx.maybe<{ share: Share }>(
    `select ${COLUMNS} as share from share s where s.id = $1 and s.kind <> 'own-state'`,
    [id],
  );
  return row ? versioned(tx, row.share) : null;
}
