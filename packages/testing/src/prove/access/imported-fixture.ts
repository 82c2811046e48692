import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportDryRun, ImportStatus } from '@enlace/contract';
import type { Client } from '../../client/client.js';
import type { PlacedReport } from './placed-report.js';

const REPORTS = '/api/v1/arrivals/reports';

/** One month that Colombia imports, with a code of its source's own: submitted, and shared with nobody. */
export async function importOne(author: Client): Promise<PlacedReport> {
  const text = 'month,nationality,count\n2023-03,ZZ9,61\n';
  const imports = '/api/v1/arrivals/imports';
  const run = await author.send<ImportDryRun>('POST', `${imports}/dry-run`, {
    fileName: 'a.csv',
    text,
    settings: null,
  });
  const confirmations = [{ rule: 'nationality-look-alike', comment: 'Checked in the register.' }];
  const settings = { ...run.settings, nationalities: { ZZ9: 'CHN' }, confirmations };
  const { id } = await author.send<ImportStatus>('POST', imports, {
    fileName: 'a.csv',
    text,
    settings,
  });
  for (;;) {
    const now = await author.get<ImportStatus>(`${imports}/${id}`);
    if (now.state === 'done') break;
    if (now.state !== 'waiting' && now.state !== 'running') {
      throw new Error(`The import ended ${now.state}: ${JSON.stringify(now)}`);
    }
    await sleep(100);
  }
  const { reports } = await author.get<{ reports: { id: string }[] }>(`${REPORTS}?state=COL`);
  const [report] = reports;
  if (!report) throw new Error('The import made no report');
  return {
    name: 'imported',
    owner: 'co-mig',
    state: 'COL',
    versionState: 'submitted',
    shares: [],
    id: report.id,
    total: 61,
  };
}
