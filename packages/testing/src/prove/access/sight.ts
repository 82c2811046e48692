import type { FigureAnswer, OverviewResponse } from '@enlace/contract';
import { Client } from '../../client/client.js';
import { sightOf, type Sight } from '../../oracle/sight.js';
import type { World, WorldOrganization } from '../../oracle/world.js';
import type { TestSystem } from '../../system.js';
import { ACTORS, type ProofActor } from './actors.js';
import type { PlacedReport } from './placed-report.js';

const REPORTS = '/api/v1/arrivals/reports';
/** Organizations that the actors act for, by account. */
const ACTING: Readonly<Record<string, string>> = {
  'fp.pa': 'pa-snm',
  'cl.pa': 'pa-snm',
  'nc.pa': 'pa-snm',
  'auditor.pa': 'pa-snm',
  'fp.pa-min': 'pa-min',
  'fp.co': 'co-mig',
  'judge.pa': 'pa-court',
  'deputy.pa': 'pa-assembly',
  'ombud.pa': 'pa-ombud',
  'editor.ngo': 'red-camino',
  'analyst.unhcr': 'unhcr',
  'sec.rcm': 'rcm-sec',
  press: 'diario-istmo',
  scholar: 'univ-andes',
  admin: 'portal',
  'dual for iom': 'iom',
};
/** Beside the actors of the acts: States of other fora, of origin, suspended, and a foreign court. */
const MORE = [
  'fp.cr',
  'fp.ve',
  'judge.ve',
  'fp.ec',
  'fp.br',
  'fp.mx',
  'fp.sr',
  'fp.cu',
  'sec.mercosur',
];
const ORGANIZATION_OF: Readonly<Record<string, string>> = {
  ...ACTING,
  'fp.cr': 'cr-dgme',
  'fp.ve': 've-saime',
  'judge.ve': 've-court',
  'fp.ec': 'ec-mig',
  'fp.br': 'br-pf',
  'fp.mx': 'mx-inm',
  'fp.sr': 'sr-imm',
  'fp.cu': 'cu-dii',
  'sec.mercosur': 'mercosur-sec',
};

/** Who asks, and the organization whose sight the oracle works out (`null`: the public's). */
export interface Reader {
  readonly actor: ProofActor;
  readonly organization: WorldOrganization | null;
}

/** Every actor with an organization, more States, and nobody. */
export function readersOf(world: World): Reader[] {
  const extra = MORE.map((name) => ({ name, account: name }));
  return [...ACTORS, ...extra].flatMap((actor): Reader[] => {
    if (actor.account === null) return [{ actor, organization: null }];
    const alias = ORGANIZATION_OF[actor.name];
    const organization = world.organizations.find((one) => one.alias === alias);
    return alias && organization ? [{ actor, organization }] : [];
  });
}

interface Line {
  readonly id: string;
  readonly detail: string;
  readonly versionState: string;
  readonly total: FigureAnswer;
}

async function listed(client: Client): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>();
  let cursor: string | null = null;
  do {
    const page: { reports: Line[]; next: string | null } = await client.get(
      `${REPORTS}?limit=7${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    for (const line of page.reports) lines.set(line.id, line);
    cursor = page.next;
  } while (cursor !== null);
  return lines;
}

/** Whether the total told is the one that such sight gives: the number itself, or an interval around it. */
function isTrueTotal(report: PlacedReport, sight: Sight, total: FigureAnswer): boolean {
  if (report.versionState === 'retracted' && sight !== 'exact')
    return total.kind === 'not-reported';
  if (total.kind === 'not-reported') return report.versionState === 'retracted';
  if (sight === 'exact') return total.kind === 'exact' && total.value === report.total;
  return total.kind === 'about' && total.low <= report.total && report.total <= total.high;
}

async function compareById(
  client: Client,
  report: PlacedReport,
  expected: Sight,
): Promise<string | null> {
  const answer = await client.call(`${REPORTS}/${report.id}`);
  const got = answer.status === 200 ? (answer.json as Line).detail : `${answer.status}`;
  const wanted = expected === 'nothing' ? '404' : expected;
  return got === wanted ? null : `by id: ${wanted} expected, ${got}`;
}

function compareLine(report: PlacedReport, expected: Sight, line: Line | undefined): string | null {
  if (expected === 'nothing') return line ? `listed as ${line.detail}, expected nothing` : null;
  if (!line) return `not listed, expected ${expected}`;
  if (line.detail !== expected) return `listed as ${line.detail}, expected ${expected}`;
  return isTrueTotal(report, expected, line.total)
    ? null
    : `total ${JSON.stringify(line.total)} of ${report.total}`;
}

const boundsOf = (figure: FigureAnswer): [number, number] => {
  switch (figure.kind) {
    case 'exact':
      return [figure.value, figure.value];
    case 'about':
      return [figure.low, figure.high];
    case 'fewer-than-ten':
      return [1, 9];
    case 'not-reported':
      return [0, 0];
  }
};

/** The overview's sum of the fixtures' point is that of the cleared reports the reader lists, and of no others. */
async function compareOverview(client: Client, lines: Iterable<Line>): Promise<string | null> {
  const answer = await client.get<OverviewResponse>(
    '/api/v1/arrivals/overview?scope=all&from=2023-01&to=2025-12',
  );
  const sum = (totals: readonly FigureAnswer[]): [number, number] =>
    totals.map(boundsOf).reduce(([low, high], [less, more]) => [low + less, high + more], [0, 0]);
  const expected = sum(
    [...lines].filter(({ versionState }) => versionState === 'cleared').map(({ total }) => total),
  );
  const found = sum(answer.points.map(({ total }) => total));
  return found.join() === expected.join()
    ? null
    : `overview sums to ${found.join(' to ')}, expected ${expected.join(' to ')}`;
}

/**
 * Compares what each reader lists and fetches by id with the oracle; returns what differs. `byId`
 * picks which pairs are also fetched by id.
 */
export async function compareSight(
  system: TestSystem,
  world: World,
  reports: readonly PlacedReport[],
  at: number,
  byId: (reader: number, report: number) => boolean,
): Promise<{ cells: number; differences: string[] }> {
  const differences: string[] = [];
  let cells = 0;
  for (const [row, { actor, organization }] of readersOf(world).entries()) {
    const client = new Client(system, actor.account, actor.actingFor);
    const lines = await listed(client);
    const fault = await compareOverview(client, lines.values());
    if (fault) differences.push(`${actor.name}: ${fault}`);
    cells += 1;
    const known = new Set(reports.map(({ id }) => id));
    for (const id of lines.keys()) {
      if (!known.has(id)) differences.push(`${actor.name}: lists an unknown report ${id}`);
    }
    for (const [column, report] of reports.entries()) {
      const expected = sightOf(world, report, organization, at);
      const faults = [compareLine(report, expected, lines.get(report.id))];
      cells += 1;
      if (byId(row, column)) {
        faults.push(await compareById(client, report, expected));
        cells += 1;
      }
      for (const fault of faults) {
        if (fault) differences.push(`${actor.name}, ${report.name}: ${fault}`);
      }
    }
  }
  return { cells, differences };
}
