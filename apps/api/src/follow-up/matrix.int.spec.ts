import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  commitmentsResponse,
  matrixResponse,
  recommendationsResponse,
  type CommitmentLine,
  type MatrixResponse,
} from '@enlace/contract';
import { AMERICAN_SUBREGIONS, FOLLOW_UP_STATUSES, worstStatus } from '@enlace/domain';
import { api, ids, owner, recorded, useCommitments } from '../commitments/commitments.harness.js';

useCommitments();

const MATRIX = '/api/v1/follow-up/matrix';
// Actor’s State, another member, another forum’s State, the secretariat, civil society, the public.
const READERS = ['fp.pa', 'fp.mx', 'fp.br', 'sec.rcm', 'editor.ngo', undefined] as const;
const CLASSIFICATIONS = ['public', 'community', 'restricted', 'confidential'] as const;
const ACTORS = ['pa-snm', 'cr-dgme', 'mx-inm', 'hn-inm', 'unhcr'] as const;
const PROVISIONS = [['F1'], ['F1', 'A1'], ['H1'], ['A1', 'B1', 'H1']] as const;
const MARKS = [
  `update due_date set due_on = current_date - 40 where commitment_id = $1`,
  `update due_date set due_on = current_date + 10 where commitment_id = $1`,
  `update due_date set due_on = current_date - 3, reported_on = current_date - 1 where commitment_id = $1`,
  `update due_date set due_on = due_on where commitment_id = $1`,
  `update commitment set state = 'done', delivered_on = due_on where id = $1`,
  `update commitment set state = 'dropped', drop_reason = 'Se canceló por ley' where id = $1`,
  `update commitment set state = 'aspiration' where id = $1`,
  `update commitment set state = 'superseded' where id = $1`,
] as const;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

beforeAll(async () => {
  // Every mark, classification, actor and set of provisions, in steps that meet in many ways.
  for (let n = 0; n < 48; n += 1) {
    const id = await recorded({
      actor: ids.organization(at(ACTORS, n)),
      provisions: at(PROVISIONS, Math.floor(n / 3)).map((number) => ids.provision(number)),
      classification: at(CLASSIFICATIONS, Math.floor(n / 2)),
      dueOn: n % 4 === 0 ? '2028-03-31' : '2027-06-30',
    });
    await owner.query(at(MARKS, n * 3 + Math.floor(n / 8)), [id]);
  }
}, 120_000);

const read = async (as: string | undefined, query = ''): Promise<MatrixResponse> =>
  matrixResponse.parse((await api.request(`${MATRIX}${query}`, as ? { as } : {})).body);

/** Every commitment that the reader can page through. */
async function listed(as: string | undefined): Promise<CommitmentLine[]> {
  const lines: CommitmentLine[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path = `/api/v1/commitments${after && `?after=${after}`}`;
    const page = commitmentsResponse.parse((await api.request(path, as ? { as } : {})).body);
    lines.push(...page.commitments);
    after = page.next;
  }
  return lines;
}

/** The cells by brute force: each commitment laid into each of its cells, the worst kept. */
function folded(lines: readonly CommitmentLine[], matrix: MatrixResponse): Map<string, string> {
  const cells = new Map<string, CommitmentLine[]>();
  const agency = ids.organization('unhcr');
  for (const line of lines.filter(({ actor, state }) => state !== null && actor !== agency)) {
    for (const number of line.provisions) {
      const provision = matrix.provisions.find((one) => one.number === number)!.id;
      const key = `${provision} ${line.state!}`;
      cells.set(key, [...(cells.get(key) ?? []), line]);
    }
  }
  return new Map(
    [...cells].map(([key, all]) => [
      key,
      `${worstStatus(all.map(({ status }) => status))} ${all.length}${all.length === 1 ? ` ${all[0]!.id}` : ''}`,
    ]),
  );
}

const cellsOf = ({ cells }: MatrixResponse): Map<string, string> =>
  new Map(
    cells.map(({ provision, state, status, commitments, only }) => [
      `${provision} ${state}`,
      `${status} ${commitments}${only === null ? '' : ` ${only}`}`,
    ]),
  );
const sorted = (map: Map<string, string>): [string, string][] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : 1));

describe('the matrix', () => {
  it('has all 38 recommendations and the 35 States from north to south, for everybody', async () => {
    const matrix = await read(undefined);
    const known = recommendationsResponse.parse(
      (await api.request('/api/v1/recommendations')).body,
    );
    expect(matrix.provisions.map(({ number }) => number)).toEqual(
      known.recommendations.map(({ code }) => code),
    );
    expect(matrix.states).toHaveLength(35);
    const order = matrix.states.map(({ subregion }) => AMERICAN_SUBREGIONS.indexOf(subregion));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(matrix.states.slice(0, 2).map(({ state }) => state)).toEqual(['CAN', 'USA']);
  });

  it('orders the States of a subregion by their names in the reader’s language', async () => {
    const islands = async (language: string) => {
      const answer = await api.request(MATRIX, { headers: { 'accept-language': language } });
      const saints = ['KNA', 'LCA', 'VCT'];
      const { states } = matrixResponse.parse(answer.body);
      return states.map(({ state }) => state).filter((state) => saints.includes(state));
    };
    expect(await islands('en')).toEqual(['KNA', 'LCA', 'VCT']);
    // San Vicente y las Granadas comes before Santa Lucía.
    expect(await islands('es')).toEqual(['KNA', 'VCT', 'LCA']);
  });

  it.each(READERS)('shows %s the worst of what the list shows them', async (as) => {
    const matrix = await read(as);
    const expected = folded(await listed(as), matrix);
    expect(expected.size).toBeGreaterThan(3);
    expect(sorted(cellsOf(matrix))).toEqual(sorted(expected));
  });

  it('differs between readers, by what each may see', async () => {
    const all = await Promise.all(READERS.map((as) => read(as)));
    const sizes = new Set(all.map((matrix) => JSON.stringify(sorted(cellsOf(matrix)))));
    expect(sizes.size).toBeGreaterThan(3);
  });

  it('counts every mark of the cells that are shown, and the rest as without a report', async () => {
    for (const query of ['', '?theme=asylum', '?group=A', '?forum=rcm', '?forum=sacm&group=H']) {
      const { counts, cells, provisions, states } = await read('sec.rcm', query);
      const rows = provisions.filter(({ shown }) => shown);
      const columns = states.filter(({ shown }) => shown);
      for (const status of FOLLOW_UP_STATUSES) {
        const here = rows.flatMap(({ id }) =>
          columns.map(
            ({ state }) => cells.find((one) => one.provision === id && one.state === state)?.status,
          ),
        );
        const found = here.filter((mark = 'no-report') => mark === status).length;
        expect([query, status, counts[status]]).toEqual([query, status, found]);
      }
    }
  });

  it('greys out by filters and reorders nothing', async () => {
    const whole = await read('sec.rcm');
    const filtered = await read('sec.rcm', '?forum=sacm&group=F&theme=extra-continental');
    const order = ({ provisions, states }: MatrixResponse) => [
      provisions.map(({ id }) => id),
      states.map(({ state }) => state),
    ];
    expect(order(filtered)).toEqual(order(whole));
    expect(whole.provisions.every(({ shown }) => shown)).toBe(true);
    const left = filtered.provisions.filter(({ shown }) => shown);
    expect(left.length).toBeGreaterThan(0);
    expect(
      left.every(({ group, themes }) => group === 'F' && themes.includes('extra-continental')),
    ).toBe(true);
    expect(filtered.states.filter(({ shown }) => shown).map(({ state }) => state)).toContain('BRA');
    expect(filtered.states.find(({ state }) => state === 'MEX')?.shown).toBe(false);
    // The commitments are of the RCM: another forum has none of them.
    expect(filtered.cells).toEqual([]);
  });

  it('keeps to the commitments due in the period', async () => {
    const lines = await listed('sec.rcm');
    const matrix = await read('sec.rcm', '?from=2028-01-01&until=2028-12-31');
    const within = lines.filter(({ dueOn }) => dueOn?.startsWith('2028'));
    expect(within.length).toBeGreaterThan(3);
    expect(sorted(cellsOf(matrix))).toEqual(sorted(folded(within, matrix)));
  });

  it('answers 404 for an instrument there is not, and refuses what is no filter', async () => {
    expect((await api.request(`${MATRIX}?instrument=NONE`)).status).toBe(404);
    expect((await api.request(`${MATRIX}?theme=weather`)).status).toBe(422);
    expect((await api.request(`${MATRIX}?colour=red`)).status).toBe(422);
  });

  it('hides a draft instrument from everybody but its organization', async () => {
    await owner.query(
      `insert into instrument (organization_id, kind, symbol, titles, languages, state)
       select $1, 'agreement', 'DRAFT-2', titles, languages, 'draft' from instrument limit 1`,
      [ids.organization('rcm-sec')],
    );
    const path = `${MATRIX}?instrument=DRAFT-2`;
    expect((await api.request(path)).status).toBe(404);
    expect((await api.request(path, { as: 'fp.pa' })).status).toBe(404);
    expect((await api.request(path, { as: 'sec.rcm' })).status).toBe(200);
    const symbols = async (as?: string) =>
      (
        (await api.request('/api/v1/instruments', as ? { as } : {})).body['instruments'] as {
          symbol: string;
        }[]
      ).map(({ symbol }) => symbol);
    expect(await symbols()).not.toContain('DRAFT-2');
    expect(await symbols('sec.rcm')).toContain('DRAFT-2');
  });
});
