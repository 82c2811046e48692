import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { followUpImport, type FollowUpImport } from '@enlace/contract';
import { createOnce, type ActingActor, type IdempotentRequest } from '../access/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { UploadedFile } from '../files/index.js';
import { Problem } from '../problems/index.js';
import { checkImport, readFile, type CheckedImport, type ImportFile } from './read-file.js';
import { writePlan } from './write-plan.js';

const INSERT = `insert into import_job (id, organization_id, person_id, file_name, kind, state, rows, rows_done, made,
    finished_at)
  values ($1, $2, $3, $4, 'follow-up', 'done', $5, $5, $6, enlace_now())`;

const MADE = `select json_build_object('id', id, 'fileName', file_name, 'importedAt', finished_at,
    'made', made -> 'counts', 'instruments', made -> 'instruments') as body
  from import_job where id = $1 and organization_id = $2 and kind = 'follow-up'`;

/** Imports a file of follow-up: everything in it, once, or nothing. */
@Injectable()
export class ImportFollowUp {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** 422 with each faulty cell; a repeated request gets what the first one made. */
  async execute(
    actor: ActingActor,
    request: IdempotentRequest,
    alias: string,
    upload: UploadedFile,
  ): Promise<FollowUpImport> {
    const file = await readFile(upload);
    return this.database.write(actor, async (tx) => {
      const { id } = await createOnce(tx, actor, request, () => this.take(tx, actor, alias, file));
      const { body } = await tx.one<{ body: unknown }>(MADE, [id, actor.organization.id]);
      return followUpImport.parse(body);
    });
  }

  private async take(
    tx: Transaction,
    actor: ActingActor,
    alias: string,
    file: ImportFile,
  ): Promise<string> {
    // Two files of one secretariat come one after the other, so that the second sees what the first made.
    const lock = `import of ${actor.organization.id}`;
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
    const checked = await checkImport(tx, actor, alias, file);
    const { faults, forumId, plan, sheets } = checked;
    if (faults.count > 0) throw new Problem('invalid-input', { errors: faults.errors() });
    const events = await writePlan(tx, actor, forumId, plan);
    if (events === false) throw new Problem('state-conflict');
    const id = randomUUID();
    const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const made = { counts: plan.makes, instruments: symbolsOf(checked) };
    await tx.rows(INSERT, [
      ...[id, actor.organization.id, actor.personId, file.name],
      ...[rows, JSON.stringify(made)],
    ]);
    const summary = { action: 'commitments.import', record: 'import', recordId: id };
    await this.audit.appendAll(tx, actor, [
      ...events,
      { ...summary, after: { fileName: file.name, rows, ...made } },
    ]);
    return id;
  }
}

/** The agreements that the file is about, in the order in which it names them. */
const symbolsOf = ({ sheets }: CheckedImport): string[] => {
  const named = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => [
      ...[cells.symbol, cells.instrument].flatMap((symbol) => symbol ?? []),
      ...(cells.provisions ?? '').split(';').map((name) => name.trim().split(/\s+\S+$/)[0] ?? ''),
    ]),
  );
  return [...new Set(named.filter((symbol) => symbol !== ''))].slice(0, 50);
};
