import { randomUUID } from 'node:crypto';
import {
  commitmentResponse,
  progressReportAnswer,
  type ProgressReportAnswer,
} from '@enlace/contract';
import type { TestAnswer } from '../app.harness.js';
import {
  api,
  COMMITMENTS,
  create,
  recorded,
  useCommitments,
} from '../commitments/commitments.harness.js';

export {
  api,
  owner,
  ids,
  create,
  change,
  COMMITMENTS,
} from '../commitments/commitments.harness.js';
export const useReports = useCommitments;

/** Where reports live. */
export const REPORTS = '/api/v1/progress-reports';

/** A draft in Spanish. */
export const draft = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  language: 'es',
  body: 'Tres perfiles mensuales fueron publicados',
  percent: 40,
  values: [],
  ...change,
});

/** A commitment of Panama and the report that its owner began. */
export async function begun(
  changes: Record<string, unknown> = {},
): Promise<{ commitment: string; dueDate: string; report: ProgressReportAnswer }> {
  const commitment = await recorded(changes);
  const read = await api.request(`${COMMITMENTS}/${commitment}`, { as: 'fp.pa' });
  const dueDate = commitmentResponse.parse(read.body).dueDates[0]!.id;
  const answer = await create(`${COMMITMENTS}/${commitment}/reports`, 'fp.pa', { dueDate });
  if (answer.status !== 201) throw new Error(answer.text);
  return { commitment, dueDate, report: progressReportAnswer.parse(answer.body) };
}

/** What a reader sees of a report. */
export const reportAs = (id: string, as?: string): Promise<TestAnswer> =>
  api.request(`${REPORTS}/${id}`, as ? { as } : {});

/** A write on the report as it stands for who writes. */
export async function act(
  id: string,
  as: string,
  path: string,
  body?: unknown,
): Promise<TestAnswer> {
  const { body: stands } = await reportAs(id, as);
  return api.request(`${REPORTS}/${id}/${path}`, {
    as,
    method: path === 'draft' ? 'PUT' : 'POST',
    headers: { 'if-match': `"${String(stands['etag'])}"`, 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body }),
  });
}

/** A report that was written and handed in. */
export async function submitted(
  changes: Record<string, unknown> = {},
): Promise<{ commitment: string; id: string }> {
  const { commitment, report } = await begun(changes);
  await act(report.id, 'fp.pa', 'draft', draft());
  const answer = await act(report.id, 'fp.pa', 'submission');
  if (answer.status !== 200) throw new Error(answer.text);
  return { commitment, id: report.id };
}
