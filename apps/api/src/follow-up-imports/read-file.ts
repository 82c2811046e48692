import type { FollowUpImportCheck } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import { requireSecretariat } from '../commitments/index.js';
import type { Transaction } from '../database/index.js';
import type { UploadedFile } from '../files/index.js';
import { Problem } from '../problems/index.js';
import { planImport, type ImportPlan } from './plan-import.js';
import { readSheets } from './read-sheets.js';
import type { ReadSheet } from './sheet.js';
import { readTables, type Table } from './read-tables.js';
import { SheetFaults } from './sheet-faults.js';

/** A file as tables, before anything is known of them. */
export interface ImportFile {
  readonly name: string;
  readonly tables: readonly Table[];
}

/** A file that was checked against one forum. */
export interface CheckedImport {
  readonly forumId: string;
  readonly sheets: readonly ReadSheet[];
  readonly plan: ImportPlan;
  readonly faults: SheetFaults;
}

/** Reads the tables; what is no table, or one that means harm, is refused (422). */
export const readFile = async ({ name, bytes }: UploadedFile): Promise<ImportFile> => ({
  name,
  tables: await readTables(bytes),
});

/** The forum of an address: 404 where there is none, 403 for those who are not its secretariat. */
export async function ownForum(
  tx: Transaction,
  actor: ActingActor,
  alias: string,
): Promise<string> {
  const forum = await tx.maybe<{ id: string }>('select id from forum where alias = $1', [alias]);
  if (!forum) throw new Problem('not-found');
  await requireSecretariat(tx, actor, forum.id);
  return forum.id;
}

/** Checks a file for a forum of the actor; the dry run and the import ask the same. */
export async function checkImport(
  tx: Transaction,
  actor: ActingActor,
  alias: string,
  { tables }: ImportFile,
): Promise<CheckedImport> {
  const forumId = await ownForum(tx, actor, alias);
  const faults = new SheetFaults(actor.language);
  const sheets = readSheets(tables, faults);
  return { forumId, sheets, faults, plan: await planImport(tx, actor, forumId, sheets, faults) };
}

/** What the dry run answers. */
export const checkAnswer = (
  { name, tables }: ImportFile,
  { sheets, plan, faults }: CheckedImport,
): FollowUpImportCheck => ({
  fileName: name,
  sheets: sheets.map(({ kind, name: sheet, rows }) => ({
    sheet: kind,
    name: sheet,
    rows: rows.length,
  })),
  faults: faults.listed(tables.map((table) => table.name)),
  faultCount: faults.count,
  makes: plan.makes,
  ready: faults.count === 0,
});
