import type { ReferenceResponse } from '@enlace/contract';
import { Client } from '../../client/client.js';
import { publish, reportsPath } from '../../client/publish.js';
import type { TestSystem } from '../../system.js';

/** One confidential record whose words and numbers occur nowhere else. */
export interface Secret {
  /** Ids by the parameters of the addresses that name them; `id` is the record's own. */
  readonly ids: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Texts that must not be in anything somebody outside its audience is given. */
  readonly marks: readonly string[];
}

/** The secret report, and where and when it counts. */
export interface ReportSecret extends Secret {
  readonly crossingPoint: string;
  readonly period: string;
}

const NUMBERS = [83_461, 71_993];
const WORDS = ['zafiroquetzal', 'obsidianatapir'];

/** Panama's report, shared exactly with Colombia alone. */
export async function placeSecret(system: TestSystem): Promise<ReportSecret> {
  const owner = new Client(system, 'fp.pa');
  const { crossingPoints } = await owner.get<ReferenceResponse>('/api/v1/reference');
  const point = crossingPoints.find(
    ({ state, kind }) => state === 'PAN' && kind !== 'whole-border',
  );
  if (!point) throw new Error('Panama has no crossing point');
  const key = { crossingPoint: point.id, period: '2018-07' };
  const cells = NUMBERS.map((value, at) => ({
    nationality: at === 0 ? 'BTN' : 'MNG',
    sex: 'male',
    ageBand: '18-59',
    value,
  }));
  const note = `Counted at the ${WORDS.join(' and ')} posts.`;
  const written = await publish(owner, new Client(system, 'cl.pa'), key, { cells, note });
  const share = await owner.send<{ id: string }>('POST', reportsPath(written.id, 'shares'), {
    audience: { kind: 'states', states: ['COL'] },
    detail: 'exact',
    purpose: 'obsidianatapir purpose',
    onward: 'none',
    opensAt: null,
    endsOn: null,
    withheldFrom: [],
  });
  // One percent around each number would still tell it: sums of the two are marks as well.
  const numbers = [...NUMBERS, 155_454, 83_460, 71_995, 155_455].map(String);
  return {
    ids: { id: written.id, share: share.id },
    etag: written.etag,
    ...key,
    marks: [written.id, share.id, ...WORDS, ...numbers],
  };
}
