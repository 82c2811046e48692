import { AGE_BANDS, SEXES } from '@enlace/domain';
import { seeded } from './random.js';

/** One count of a cube. */
export interface CubeCell {
  readonly nationality: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly value: number;
}

/** The secret that an attacker is after: one report's exact figures. */
export interface Cube {
  readonly name: string;
  readonly cells: readonly CubeCell[];
}

const NATIONALITIES =
  'IND CHN UZB IRN VNM TUR NPL PAK AFG LKA BGD CMR GHA SEN SOM COD AGO NGA GIN ERI'.split(' ');
const BANDS = AGE_BANDS.filter((band) => band !== '0-17' && band !== '18+');
const ADULT_MAN = { sex: 'male', ageBand: '18-59' } as const;

const men = (counts: Readonly<Record<string, number>>): CubeCell[] =>
  Object.entries(counts).map(([nationality, value]) => ({ nationality, value, ...ADULT_MAN }));

/** The vectors of the access page, section 3. */
export const VECTORS: readonly Cube[] = [
  {
    name: 'one flight of 119',
    cells: men({
      ...{ IND: 35, CHN: 33, UZB: 19, IRN: 12, VNM: 9 },
      ...{ TUR: 3, NPL: 3, PAK: 2, AFG: 2, LKA: 1 },
    }),
  },
  { name: 'IND 11 and LKA 1, all men', cells: men({ IND: 11, LKA: 1 }) },
  {
    name: 'nine of nine nationalities, all men',
    cells: men(Object.fromEntries(NATIONALITIES.slice(0, 9).map((code) => [code, 1]))),
  },
  {
    name: 'IND 99 and LKA 1 in ten equal cells of ten',
    cells: SEXES.slice(0, 2).flatMap((sex, half) =>
      BANDS.slice(0, 5).flatMap((ageBand, at) =>
        half === 1 && at === 4
          ? [
              { nationality: 'IND', sex, ageBand, value: 9 },
              { nationality: 'LKA', sex, ageBand, value: 1 },
            ]
          : [{ nationality: 'IND', sex, ageBand, value: 10 }],
      ),
    ),
  },
];

/** Draws whole persons one by one, so that small cubes are as uneven as real ones. */
function draw(index: number): Cube {
  const random = seeded(7919 * (index + 1));
  const total = Math.round(5 * (1200 / 5) ** random());
  const isConcentrated = index % 3 === 0;
  const nationalities = 2 + Math.floor(random() * (NATIONALITIES.length - 2));
  const share = 0.9 + 0.1 * random();
  const counts = new Map<string, number>();
  for (let person = 0; person < total; person += 1) {
    // Squaring makes a few nationalities large and many small, as in published figures.
    const nationality = NATIONALITIES[Math.floor(random() ** 2 * nationalities)] ?? 'IND';
    const inOneCell = isConcentrated && random() < share;
    const sex = inOneCell ? ADULT_MAN.sex : (SEXES[Math.floor(random() * 2)] ?? 'female');
    const ageBand = inOneCell
      ? ADULT_MAN.ageBand
      : (BANDS[Math.floor(random() * BANDS.length)] ?? 'unknown');
    const key = [nationality, sex, ageBand].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts].map(([key, value]) => {
    const [nationality = '', sex = '', ageBand = ''] = key.split('|');
    return { nationality, sex, ageBand, value };
  });
  const kind = isConcentrated ? ', 90 to 100 % in one cell' : '';
  return { name: `cube ${index + 1} of ${total}${kind}`, cells };
}

/** 30 cubes of 5 to 1,200 arrivals, every third with 90 to 100 % in one sex and age. */
export const CUBES: readonly Cube[] = Array.from({ length: 30 }, (_, index) => draw(index));

/** The same cube after a correction: some cells a little higher or lower, one nationality new. */
export function revised(cube: Cube, index: number): Cube {
  const random = seeded(104_729 * (index + 1));
  const cells = cube.cells.map((cell) => ({
    ...cell,
    value: Math.max(0, cell.value + (random() < 0.4 ? Math.floor(random() * 9) - 4 : 0)),
  }));
  return { name: `${cube.name}, revised`, cells };
}

/** Exact counts by nationality. */
export function countsOf(cube: Cube): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { nationality, value } of cube.cells) {
    counts.set(nationality, (counts.get(nationality) ?? 0) + value);
  }
  return counts;
}
