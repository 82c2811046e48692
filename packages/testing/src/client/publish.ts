import type { ChecksResponse, ReportWritten } from '@enlace/contract';
import type { CubeCell } from '../attacker/cubes.js';
import type { Client } from './client.js';

const REPORTS = '/api/v1/arrivals/reports';

/** Address of something below a report. */
export const reportsPath = (id: string, below: string): string => `${REPORTS}/${id}/${below}`;

/** Which report to make. */
export interface ReportKey {
  readonly crossingPoint: string;
  /** `2025-03`, or `2019` for a year. */
  readonly period: string;
}

/** What is entered in a draft; a nationality without cells has only its count. */
export interface Figures {
  readonly cells?: readonly CubeCell[];
  readonly counts?: readonly { readonly nationality: string; readonly value: number }[];
  readonly indicators?: readonly {
    readonly indicator: string;
    readonly nationality: string | null;
    readonly value: number;
  }[];
  readonly note?: string;
}

/** The body of a draft. */
export const draftContent = ({
  cells = [],
  counts = [],
  indicators = [],
  note,
}: Figures): object => ({
  direction: 'northbound',
  coverage: 'full',
  coveragePercent: null,
  sampleSize: null,
  method: null,
  confidence: null,
  finality: 'final',
  nil: false,
  registerTotal: null,
  note: note ?? null,
  counts,
  cells,
  indicators,
});

const saveDraft = (author: Client, written: ReportWritten, body: object): Promise<ReportWritten> =>
  author.send<ReportWritten>('PUT', `${REPORTS}/${written.id}/draft`, body, written.etag);

/** Sends a draft for clearing, with a comment for each warning. */
export async function sendDraft(author: Client, draft: ReportWritten): Promise<ReportWritten> {
  const path = `${REPORTS}/${draft.id}`;
  const { warnings } = await author.send<ChecksResponse>('POST', `${path}/checks`);
  const rules = [...new Set(warnings.map(({ rule }) => rule))];
  const confirmations = rules.map((rule) => ({ rule, comment: 'Checked against the register.' }));
  return author.send<ReportWritten>('POST', `${path}/submission`, { confirmations }, draft.etag);
}

const clear = (clearer: Client, sent: ReportWritten): Promise<ReportWritten> =>
  clearer.send<ReportWritten>('POST', `${REPORTS}/${sent.id}/clearance`, undefined, sent.etag);

/** Begins a report and saves figures in its draft. */
export async function enter(
  author: Client,
  key: ReportKey,
  figures: Figures,
): Promise<ReportWritten> {
  const written = await author.send<ReportWritten>('POST', REPORTS, {
    ...key,
    unit: 'persons',
    observation: 'entry',
    sourceKind: 'register',
  });
  return saveDraft(author, written, draftContent(figures));
}

/** Enters, sends and clears a report as two people of one State do; figures by cells or counts alone. */
export async function publish(
  author: Client,
  clearer: Client,
  key: ReportKey,
  figures: Figures,
): Promise<ReportWritten> {
  return clear(clearer, await sendDraft(author, await enter(author, key, figures)));
}

/** Reopens a cleared report and clears it again with other figures. */
export async function revise(
  author: Client,
  clearer: Client,
  cleared: ReportWritten,
  figures: Figures,
): Promise<ReportWritten> {
  const reopened = await author.send<ReportWritten>(
    'POST',
    `${REPORTS}/${cleared.id}/reopening`,
    { reason: 'A late register page.' },
    cleared.etag,
  );
  const draft = await saveDraft(author, reopened, draftContent(figures));
  return clear(clearer, await sendDraft(author, draft));
}

/** Shares a report with an audience, as its classification allows. */
export async function shareWith(
  owner: Client,
  id: string,
  audience: object,
  detail: 'exact' | 'protected' = 'protected',
): Promise<void> {
  await owner.send('POST', `${REPORTS}/${id}/shares`, {
    audience,
    detail,
    purpose: 'A proof of small numbers',
    onward: 'none',
    opensAt: null,
    endsOn: null,
    withheldFrom: [],
  });
}

/** Lets a report be shared with everybody. */
export async function makePublic(owner: Client, id: string): Promise<void> {
  const path = `${REPORTS}/${id}`;
  const etag = await owner.etagOf(path);
  await owner.send('PUT', `${path}/classification`, { classification: 'public' }, etag);
}
