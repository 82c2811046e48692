import type { StateResponseAnswer } from '@enlace/contract';
import { dayOf, type Transaction } from '../database/index.js';

/** One version of what a State said. */
export type SaidVersion = Omit<StateResponseAnswer, 'etag' | 'earlier'>;

const TEXTS = `jsonb_build_array(jsonb_build_object('language', r.language, 'body', r.body, 'status', 'original'))
  || coalesce((select jsonb_agg(t || '{"status": "human"}') from jsonb_array_elements(r.translations) t), '[]')`;

/** Every version of a State's answer, the last first: JSON, by the SQL of the provision and the State. */
export const saidVersions = (provision: string, state: string): string =>
  `(select coalesce(json_agg(json_build_object('version', r.version, 'position', r.position,
      'on', ${dayOf('r.answered_on')}, 'texts', ${TEXTS}) order by r.version desc), '[]')
    from state_response r where r.provision_id = ${provision} and r.state_id = ${state})`;

/** What a State said of a provision, the last first. */
export async function saidBy(
  tx: Transaction,
  provision: string,
  state: number,
): Promise<readonly SaidVersion[]> {
  const { said } = await tx.one<{ said: SaidVersion[] }>(
    `select ${saidVersions('$1::uuid', '$2::smallint')} as said`,
    [provision, state],
  );
  return said;
}

/** The answer that stands with those before it; `null` where the State has not answered. */
export function currentResponse(
  tx: Transaction,
  { provision, state }: { readonly provision: string; readonly state: number },
  [current, ...earlier]: readonly SaidVersion[],
  isOwn: boolean,
): StateResponseAnswer | null {
  if (!current) return null;
  const etag = isOwn ? tx.etag(`${provision}\n${state}`, current.version) : null;
  return { ...current, etag, earlier };
}
