import { Injectable } from '@nestjs/common';
import type { ProgressReportAnswer } from '@enlace/contract';
import { mayDo, PROGRESS_REPORT_MACHINE, stateAfter, type Permission } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { sightParameters, visibleCommitment } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { REPORTS, type ReportRow } from './report-row.js';

type Offer = ProgressReportAnswer['offers'][number];

const NEEDED: Readonly<Record<Offer, Permission>> = {
  edit: 'commitments.report',
  submit: 'commitments.report',
  return: 'commitments.accept-report',
  accept: 'commitments.accept-report',
  publish: 'commitments.accept-report',
};
const OFFERS = Object.keys(NEEDED) as readonly Offer[];

/** Progress reports as their readers see them. */
@Injectable()
export class ProgressReportsRepository {
  constructor(private readonly database: Database) {}

  /** Reports of a commitment, newest due date first; 404 where the commitment is not visible. */
  ofCommitment(actor: Actor, commitmentId: string): Promise<{ reports: ProgressReportAnswer[] }> {
    return this.database.read(actor, async (tx) => {
      const seen = await tx.maybe(
        `select c.id from commitment c where c.id = $5::uuid and ${visibleCommitment('c')}`,
        [...sightParameters(actor), commitmentId],
      );
      if (!seen) throw new Problem('not-found');
      const rows = await tx.rows<ReportRow>(REPORTS, [
        ...sightParameters(actor),
        commitmentId,
        null,
      ]);
      return { reports: rows.map((row) => answerOf(tx, actor, row)) };
    });
  }

  /** One report; 404 where it is not visible. */
  byId(actor: Actor, id: string): Promise<ProgressReportAnswer> {
    return this.database.read(actor, (tx) => reportAnswer(tx, actor, id));
  }
}

/** The report as the actor sees it in this transaction; 404 where it is not visible. */
export async function reportAnswer(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<ProgressReportAnswer> {
  const row = await tx.maybe<ReportRow>(REPORTS, [...sightParameters(actor), null, id]);
  if (!row) throw new Problem('not-found');
  return answerOf(tx, actor, row);
}

function answerOf(tx: Transaction, actor: Actor, row: ReportRow): ProgressReportAnswer {
  const { standing, ...report } = row;
  return { ...report, etag: tx.etag(row.id, standing.revision), offers: offersOf(actor, row) };
}

function offersOf(actor: Actor, { state, standing }: ReportRow): Offer[] {
  const { organization } = actor;
  if (!organization) return [];
  const { kind } = organization;
  const participant = { kind, functions: actor.functions };
  const isTheirs = (offer: Offer): boolean =>
    NEEDED[offer] === 'commitments.report'
      ? standing.isOwn && standing.isOpen
      : standing.isSecretariat;
  return OFFERS.filter(
    (offer) =>
      isTheirs(offer) &&
      mayDo(participant, NEEDED[offer]) &&
      stateAfter(PROGRESS_REPORT_MACHINE, state, offer) !== null,
  );
}
