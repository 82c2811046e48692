import type { ChangeCommitmentRequest } from '@enlace/contract';
import { missingParts, type CommitmentState } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';

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

/**
 * Refuses provisions that do not exist, of a draft, or of an instrument that the forum does not
 * follow, and a date before the text was adopted; each by its own field.
 */
export async function checkProvisions(
  tx: Transaction,
  forumId: string,
  input: Parts,
): Promise<void> {
  const rows = await tx.rows<{
    id: string;
    state: string;
    followed: boolean;
    adoptedOn: string | null;
  }>(
    `select p.id, i.state, to_char(i.adopted_on, 'YYYY-MM-DD') as "adoptedOn",
       exists (select 1 from instrument_forum f where f.instrument_id = i.id and f.forum_id = $2::uuid) as followed
     from provision p join instrument i on i.id = p.instrument_id where p.id = any($1::uuid[])`,
    [input.provisions, forumId],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const [index, id] of input.provisions.entries()) {
    const pointer = `/provisions/${index}`;
    const row = found.get(id);
    if (!row) throw invalid(pointer, 'unknown-record');
    if (row.state === 'draft' || !row.followed) throw invalid(pointer, 'not-accepted');
    if (input.dueOn !== null && row.adoptedOn !== null && input.dueOn < row.adoptedOn) {
      throw invalid('/dueOn', 'too-small', { limit: row.adoptedOn });
    }
  }
  if (found.size !== input.provisions.length) throw invalid('/provisions', 'already-exists');
}

/** Refuses two texts of one language, partners that do not exist and the actor as its own partner. */
export async function checkParties(
  tx: Transaction,
  actorId: string,
  { text, translations, partners }: Parts,
): Promise<void> {
  const languages = [text.language];
  for (const [index, { language }] of translations.entries()) {
    if (languages.includes(language)) {
      throw invalid(`/translations/${index}/language`, 'already-exists');
    }
    languages.push(language);
  }
  const rows = await tx.rows<{ id: string }>(
    `select id from organization where id = any($1::uuid[]) and kind <> 'portal'`,
    [partners.map((partner) => partner.organization)],
  );
  const known = new Set(rows.map(({ id }) => id));
  const named = new Set([actorId]);
  for (const [index, { organization }] of partners.entries()) {
    const pointer = `/partners/${index}/organization`;
    if (!known.has(organization)) throw invalid(pointer, 'unknown-record');
    if (named.has(organization)) throw invalid(pointer, 'already-exists');
    named.add(organization);
  }
}

/** Writes texts, provisions and partners as they shall be from now on. */
export async function writeParts(tx: Transaction, id: string, input: Parts): Promise<void> {
  await tx.rows('delete from commitment_text where commitment_id = $1', [id]);
  await tx.rows('delete from commitment_provision where commitment_id = $1', [id]);
  await tx.rows('delete from commitment_partner where commitment_id = $1', [id]);
  const texts = [input.text, ...input.translations].map((text, index) => ({
    ...text,
    status: index === 0 ? 'original' : 'human',
  }));
  await tx.rows(
    `insert into commitment_text (commitment_id, language, status, title, deliverable, verification)
     select $1, language, status, title, deliverable, verification
     from jsonb_to_recordset($2) as x (language text, status text, title text, deliverable text, verification text)`,
    [id, JSON.stringify(texts)],
  );
  await tx.rows(
    'insert into commitment_provision (commitment_id, provision_id) select $1, unnest($2::uuid[])',
    [id, input.provisions],
  );
  await tx.rows(
    `insert into commitment_partner (commitment_id, organization_id, part)
     select $1, organization, part from jsonb_to_recordset($2) as x (organization uuid, part text)`,
    [id, JSON.stringify(input.partners)],
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
