import type { CommitmentResponse, ProgressReportAnswer } from '@enlace/contract';
import { handInPicture } from './files.js';
import type { Road } from './road.js';
import type { Traveller } from './traveller.js';

/** A report of the first due date: written with evidence, sent, returned, sent again, accepted, published. */
export async function reportProgress({ as }: Road, commitment: string): Promise<void> {
  const [owner, secretariat] = [as('fp.pa'), as('sec.rcm')];
  const path = `/api/v1/commitments/${commitment}`;
  const { dueDates, indicators } = await owner.get<CommitmentResponse>(path);
  const begun = await owner.send<ProgressReportAnswer>('POST', `${path}/reports`, {
    dueDate: dueDates[0]?.id,
  });
  const report = `/api/v1/progress-reports/${begun.id}`;
  const act = async (who: Traveller, at: string, body?: object): Promise<void> => {
    await who.send('POST', `${report}/${at}`, body, await who.versionOf(report));
  };
  const value = { indicator: indicators[0]?.id, value: 3 };
  const draft = { language: 'en', body: 'Three profiles came out.', percent: 40, values: [value] };
  await owner.send('PUT', `${report}/draft`, draft, begun.etag);
  await addEvidence(owner, path, report);
  await act(owner, 'submission');
  await act(secretariat, 'return', { reason: 'Please say which points report.' });
  await act(owner, 'submission');
  await act(secretariat, 'acceptance');
  await act(secretariat, 'publication');
  await as().get(`${path}/reports`);
}

/** A link that is taken back, and a picture. */
async function addEvidence(owner: Traveller, commitment: string, report: string): Promise<void> {
  const link = { kind: 'link', title: 'The profile', url: 'https://example.org/profile' };
  const added = await owner.send<ProgressReportAnswer>('POST', `${report}/evidence`, link);
  const gone = `${report}/evidence/${added.evidence[0]?.id ?? ''}`;
  await owner.send('DELETE', gone, undefined, added.etag);
  const again = await owner.call(gone, {
    method: 'DELETE',
    headers: { 'if-match': `"${await owner.versionOf(report)}"` },
  });
  if (again.status !== 404) throw new Error(`${again.status} for evidence that was taken back`);
  const file = await handInPicture(owner, `${commitment}/files`);
  const { evidence } = await owner.send<ProgressReportAnswer>('POST', `${report}/evidence`, {
    ...{ kind: 'file', title: 'A picture of the form', file },
  });
  if (evidence.length !== 1) throw new Error(`${evidence.length} pieces of evidence, not one`);
}
