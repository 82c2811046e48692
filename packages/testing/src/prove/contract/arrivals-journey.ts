import type { ImportDryRun, ImportStatus, ReportWritten } from '@enlace/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  draftContent,
  enter,
  publish,
  reportsPath,
  sendDraft,
  type ReportKey,
} from '../../client/publish.js';
import type { Road } from './road.js';
import type { Traveller } from './traveller.js';

const REPORTS = '/api/v1/arrivals/reports';
const IMPORTS = '/api/v1/arrivals/imports';
const GROUPS = '/api/v1/sharing-groups';
/** A year of which the demo has no figures. */
const YEAR = 2011;
/** How long an import of one row may take, in milliseconds. */
const PATIENCE = 60_000;
const FIGURES = { counts: [{ nationality: 'IND', value: 120 }] };
const REASON = { reason: 'A page of the register was missing.' };

/** A month of that year at a point of Panama. */
function keyOf({ reference }: Road, month: number): ReportKey {
  const point = reference.crossingPoints.find(
    ({ state, kind, activeTo }) => state === 'PAN' && kind !== 'whole-border' && activeTo === null,
  );
  if (!point) throw new Error('Panama has no crossing point');
  return { crossingPoint: point.id, period: `${YEAR}-${String(month).padStart(2, '0')}` };
}

/** Arrivals: entered, checked, sent, returned, cleared, reopened, retracted; shared; imported; summed up. */
export async function arrivalsJourney(road: Road): Promise<void> {
  await correct(road);
  await clearMany(road);
  await share(road);
  await groups(road);
  await importMonths(road);
  const reader = road.as('fp.pa');
  await reader.get(`${REPORTS}?state=PAN&from=${YEAR}-01&to=${YEAR}-12&limit=5`);
  const query = `scope=all&from=${YEAR}-01&to=${YEAR}-12`;
  await reader.get(`/api/v1/arrivals/overview?${query}`);
  await reader.get(`/api/v1/arrivals/overview.csv?${query}&language=en`);
}

async function correct(road: Road): Promise<void> {
  const [author, clearer, coordinator] = [road.as('fp.pa'), road.as('cl.pa'), road.as('nc.pa')];
  const sent = await sendDraft(author, await enter(author, keyOf(road, 1), FIGURES));
  const path = `${REPORTS}/${sent.id}`;
  const act = (who: Traveller, at: string, etag: string, body?: object): Promise<ReportWritten> =>
    who.send<ReportWritten>('POST', reportsPath(sent.id, at), body, etag);
  const returned = await act(clearer, 'return', sent.etag, REASON);
  const again = await author.send<ReportWritten>(
    ...(['PUT', `${path}/draft`, draftContent(FIGURES), returned.etag] as const),
  );
  const resent = await sendDraft(author, again);
  const cleared = await act(clearer, 'clearance', resent.etag);
  const reopened = await act(author, 'reopening', cleared.etag, REASON);
  await author.send('DELETE', `${path}/draft`, undefined, reopened.etag);
  await author.get(`${path}?version=${cleared.version}`);
  await author.get(`${path}/versions`);
  await act(coordinator, 'retraction', await coordinator.etagOf(path), REASON);
  const begun = await enter(author, keyOf(road, 2), FIGURES);
  await author.send('DELETE', `${REPORTS}/${begun.id}/draft`, undefined, begun.etag);
  for (const who of [author, clearer, coordinator]) {
    who.lose(`${REPORTS}/{id}`, `${REPORTS}/${begun.id}`);
  }
}

async function clearMany(road: Road): Promise<void> {
  const author = road.as('fp.pa');
  const sent = await sendDraft(author, await enter(author, keyOf(road, 3), FIGURES));
  await road.as('cl.pa').send('POST', '/api/v1/arrivals/clearances', { reports: [sent.id] });
}

async function share(road: Road): Promise<void> {
  const owner = road.as('fp.pa');
  const { id } = await publish(owner, road.as('cl.pa'), keyOf(road, 4), FIGURES);
  const body = {
    ...{ audience: { kind: 'states', states: ['COL', 'CRI'] }, detail: 'protected' },
    ...{ purpose: 'To prepare what is on its way', onward: 'none' },
    ...{ opensAt: null, endsOn: null, withheldFrom: [] },
  };
  const path = `${REPORTS}/${id}`;
  const classification = { classification: 'community' };
  await owner.send('PUT', `${path}/classification`, classification, await owner.etagOf(path));
  await owner.send('POST', `${path}/shares/preview`, body);
  const made = await owner.send<{ id: string; etag: string }>('POST', `${path}/shares`, body);
  await road.as('fp.co').get(path);
  await owner.get(`${path}/shares`);
  await owner.get(`${path}/readers`);
  await owner.send('DELETE', `${path}/shares/${made.id}`, undefined, made.etag);
  road.as('fp.co').lose(`${REPORTS}/{id}`, path);
}

async function groups({ as, organization }: Road): Promise<void> {
  const owner = as('fp.pa');
  const names = { es: 'La ruta', en: 'The route', pt: 'A rota', fr: 'La route' };
  const members = [organization('co-mig')];
  const group = await owner.send<{ id: string }>('POST', GROUPS, {
    ...{ alias: 'contract-route', names, members },
  });
  const etag = await owner.etagOf(`${GROUPS}/${group.id}`);
  const more = { members: [...members, organization('cr-dgme')] };
  await owner.send('PUT', `${GROUPS}/${group.id}/members`, more, etag);
  await owner.get(GROUPS);
}

/** One month, until it is there; then many, which are stopped at once. */
async function importMonths({ as }: Road): Promise<void> {
  const author = as('fp.co');
  const status = async (id: string): Promise<ImportStatus['state']> =>
    (await author.get<ImportStatus>(`${IMPORTS}/${id}`)).state;
  const one = await startImport(author, [`${YEAR}-05`]);
  const until = Date.now() + PATIENCE;
  while (['waiting', 'running'].includes(await status(one))) {
    if (Date.now() > until) throw new Error('The import does not end');
    await sleep(100);
  }
  if ((await status(one)) !== 'done') throw new Error(`The import is ${await status(one)}`);
  const years = Array.from({ length: 9 }, (_, at) => String(YEAR + 1 + at));
  const many = await startImport(
    author,
    years.flatMap((year) =>
      ['01', '02', '03', '04', '05', '06'].map((month) => `${year}-${month}`),
    ),
  );
  await author.send('POST', `${IMPORTS}/${many}/cancellation`);
}

/** Imports a count for each month, as the dry run reads it; answers the import's id. */
async function startImport(author: Traveller, months: readonly string[]): Promise<string> {
  const rows = months.map((month) => `${month},IND,61`);
  const file = { fileName: 'a.csv', text: `month,nationality,count\n${rows.join('\n')}\n` };
  const run = await author.send<ImportDryRun>('POST', `${IMPORTS}/dry-run`, {
    ...{ ...file, settings: null },
  });
  const confirmations = run.warnings.map(({ rule }) => ({ rule, comment: 'In the register.' }));
  const settings = { ...run.settings, confirmations };
  return (await author.send<ImportStatus>('POST', IMPORTS, { ...file, settings })).id;
}
