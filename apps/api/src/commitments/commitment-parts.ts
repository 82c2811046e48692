import type { ChangeCommitmentRequest } from '@enlace/contract';
import { missingParts, type CommitmentState } from '@enlace/domain';
import type { Transaction } from '../database/index.js';

type Parts = Pick<
  ChangeCommitmentRequest,
  'provisions' | 'text' | 'translations' | 'partners' | 'dueOn'
>;

/** The state in which a commitment begins: an aspiration where anything of the four parts is missing. */
export const gatedState = (actor: string, input: Parts): CommitmentState =>
  missingParts({
    actor,
    deliverable: input.text.deliverable,
    dueOn: input.dueOn,
    verification: input.text.verification,
  }).length === 0
    ? 'accepted'
    : 'aspiration';

/** A commitment with what it shall say. */
export interface SaidCommitment {
  readonly id: string;
  readonly input: Parts;
}

/** Writes texts, provisions and partners as they shall be from now on, with as many statements as for one. */
export async function writeParts(tx: Transaction, said: readonly SaidCommitment[]): Promise<void> {
  const ids = said.map(({ id }) => id);
  await tx.rows('delete from commitment_text where commitment_id = any($1::uuid[])', [ids]);
  await tx.rows('delete from commitment_provision where commitment_id = any($1::uuid[])', [ids]);
  await tx.rows('delete from commitment_partner where commitment_id = any($1::uuid[])', [ids]);
  const texts = said.flatMap(({ id, input: { text, translations } }) =>
    [text, ...translations].map((one, index) => ({
      ...{ id, ...one },
      status: index === 0 ? 'original' : 'human',
    })),
  );
  await tx.rows(
    `insert into commitment_text (commitment_id, language, status, title, deliverable, verification)
     select id, language, status, title, deliverable, verification from jsonb_to_recordset($1)
       as x (id uuid, language text, status text, title text, deliverable text, verification text)`,
    [JSON.stringify(texts)],
  );
  const served = said.flatMap(({ id, input }) =>
    input.provisions.map((provision) => ({ id, provision })),
  );
  await tx.rows(
    `insert into commitment_provision (commitment_id, provision_id)
     select id, provision from jsonb_to_recordset($1) as x (id uuid, provision uuid)`,
    [JSON.stringify(served)],
  );
  const partners = said.flatMap(({ id, input }) => input.partners.map((one) => ({ id, ...one })));
  if (partners.length === 0) return;
  await tx.rows(
    `insert into commitment_partner (commitment_id, organization_id, part)
     select id, organization, part from jsonb_to_recordset($1) as x (id uuid, organization uuid, part text)`,
    [JSON.stringify(partners)],
  );
}

/** Keeps the commitment's own date among its due dates; one that was reported on or waived stays as it was. */
export async function writeFinalDate(
  tx: Transaction,
  id: string,
  dueOn: string | null,
): Promise<void> {
  await tx.rows(
    `delete from due_date d where d.commitment_id = $1 and d.final and d.due_on is distinct from $2::date
       and d.reported_on is null and d.waived_at is null
       and not exists (select 1 from progress_report r where r.due_date_id = d.id)`,
    [id, dueOn],
  );
  await tx.rows('update due_date set final = false where commitment_id = $1 and final', [id]);
  if (dueOn === null) return;
  await tx.rows(
    `insert into due_date (commitment_id, due_on, final) values ($1, $2, true)
     on conflict (commitment_id, due_on) do update set final = true`,
    [id, dueOn],
  );
}
