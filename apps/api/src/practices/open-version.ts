import type { Transaction } from '../database/index.js';

/** Copies a version as the draft of the next one, with its texts and files; returns the new number. */
export async function openNextVersion(
  tx: Transaction,
  id: string,
  version: number,
): Promise<number> {
  const next = version + 1;
  await tx.rows(
    `insert into practice_version (practice_id, version, state, themes, states, running_since, people,
       set_up_months, cost_band, evidence_strength)
     select practice_id, $3, 'draft', themes, states, running_since, people, set_up_months, cost_band, evidence_strength
     from practice_version where practice_id = $1 and version = $2`,
    [id, version, next],
  );
  await tx.rows(
    `insert into practice_text (practice_id, version, language, status, title, summary, problem, legal_basis,
       who_does_what, steps, resources, findings, conditions, did_not_work)
     select practice_id, $3, language, status, title, summary, problem, legal_basis, who_does_what, steps,
       resources, findings, conditions, did_not_work
     from practice_text where practice_id = $1 and version = $2`,
    [id, version, next],
  );
  await tx.rows(
    `insert into practice_provision (practice_id, version, provision_id)
     select practice_id, $3, provision_id from practice_provision where practice_id = $1 and version = $2`,
    [id, version, next],
  );
  await tx.rows(
    `insert into practice_file (practice_id, version, file_id, position, title)
     select practice_id, $3, file_id, position, title from practice_file where practice_id = $1 and version = $2`,
    [id, version, next],
  );
  await tx.rows('update practice set open_version = $2 where id = $1', [id, next]);
  return next;
}
