import type { ReferenceResponse } from '@enlace/contract';
import type { Client as Database } from 'pg';
import { Client, type Reached } from '../../client/client.js';
import type { Ledger } from './ledger.js';
import { Sender } from './sender.js';
import {
  Counter,
  Editor,
  FocalPoint,
  Secretariat,
  type Promised,
  type ReportPlace,
  type Writer,
} from './writers.js';

/** Focal points with the State whose points they report, each in an organization of its own. */
const FOCAL_POINTS = [
  ...[['fp.pa', 'PAN'] as const, ['fp.co', 'COL'] as const, ['fp.cr', 'CRI'] as const],
  ['fp.mx', 'MEX'] as const,
];
const SECRETARIATS = ['sec.rcm', 'sec.rcm', 'sec.rcm', 'sec.rcm'];
const EDITORS = ['editor.ngo', 'editor.ngo', 'editor.mx', 'editor.mx'];
const FIRST_YEAR = 2009;
const YEARS = 17;

/** Days from the beginning until what is promised is due: the whole proof takes fewer. */
const DUE_DAYS = 300;

/** What may be counted, so that a State with few points has enough to report. */
const UNITS = ['persons', 'events', 'cases'] as const;

/** Every month of every point of a State, the latest first. */
function keysOf({ crossingPoints }: ReferenceResponse, state: string): ReportPlace[] {
  // A whole border counts what its points do.
  const points = crossingPoints.filter(
    (point) => point.state === state && point.kind !== 'whole-border',
  );
  return Array.from({ length: YEARS * 12 }, (_, month) => {
    const year = FIRST_YEAR + Math.floor(month / 12);
    const period = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    return points.flatMap(({ id }) => UNITS.map((unit) => ({ crossingPoint: id, period, unit })));
  }).flat();
}

/** One commitment each for the authorities of the States that belong to the RCM. */
async function promisedOf(database: Database): Promise<Promised[]> {
  const { rows } = await database.query<Promised>(
    `select f.id as forum, o.id as actor, p.id as provision,
       (enlace_now() + make_interval(days => $1))::date::text as "dueOn"
     from forum f join forum_member m on m.forum_id = f.id and m.role = 'member' and m.valid_to is null
     join organization o on o.state_id = m.state_id and o.kind = 'state'
       and exists (select 1 from membership x where x.organization_id = o.id
         and x.functions && array['commitment-owner', 'national-coordinator'])
     cross join (select id from provision where number = 'F1' limit 1) p where f.alias = 'rcm' order by o.alias`,
    [DUE_DAYS],
  );
  return rows;
}

/** Everybody who writes, of all three jobs. */
export async function castOf(
  system: Reached,
  database: Database,
  ledger: Ledger,
): Promise<readonly Writer[]> {
  const counter = new Counter();
  const sender = (account: string): Sender => new Sender(new Client(system, account), ledger);
  const reference = await new Client(system, 'fp.pa').get<ReferenceResponse>('/api/v1/reference');
  const promised = await promisedOf(database);
  const provision = promised[0]?.provision ?? '';
  return [
    ...FOCAL_POINTS.map(
      ([account, state]) =>
        new FocalPoint(sender(account), ledger, counter, keysOf(reference, state)),
    ),
    ...SECRETARIATS.map((account) => new Secretariat(sender(account), ledger, counter, promised)),
    ...EDITORS.map((account) => new Editor(sender(account), ledger, counter, provision)),
  ];
}
