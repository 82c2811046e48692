import { createHash } from 'node:crypto';
import type { Question } from './overview-statements.js';

/** What a reader knows to ask about. */
export interface Places {
  readonly states: readonly string[];
  readonly points: readonly string[];
  readonly nationalities: readonly string[];
  readonly forums: readonly string[];
}

const FILTERS = ['state', 'crossingPoint', 'nationality', 'forum'] as const;
type Filter = (typeof FILTERS)[number];

const optionsOf = ({
  states,
  points,
  nationalities,
  forums,
}: Places): Record<Filter, readonly string[]> => ({
  state: states,
  crossingPoint: points,
  nationality: nationalities,
  forum: forums,
});

/** Months of a year as `2025-01`. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** All 78 ranges of a year's months. */
export const rangesOf = (year: number): Question[] => {
  const months = monthsOf(year);
  return months.flatMap((from, at) => months.slice(at).map((to) => ({ from, to })));
};

/** Filters of one kind: one value of one filter, or one value of each of two, or two of one. */
interface FilterKind {
  readonly name: string;
  readonly filters: readonly Question[];
}

/** Every two values of one filter. */
const twoOf = (filter: Filter, values: readonly string[]): Question[] =>
  values.flatMap((value, at) =>
    values.slice(at + 1).map((second) => ({ [filter]: `${value},${second}` })),
  );

/** Every single filter and every pair of filters, by their kind. */
function filterKinds(places: Places): { single: FilterKind[]; pairs: FilterKind[] } {
  const options = optionsOf(places);
  const single = FILTERS.map((filter) => ({
    name: filter,
    filters: options[filter].map((value) => ({ [filter]: value })),
  }));
  const mixed = FILTERS.flatMap((one, at) =>
    FILTERS.slice(at + 1).map((other) => ({
      name: `${one} and ${other}`,
      filters: options[one].flatMap((value) =>
        options[other].map((second) => ({ [one]: value, [other]: second })),
      ),
    })),
  );
  // A forum is one; of the rest several may be named.
  const doubled = FILTERS.filter((filter) => filter !== 'forum').map((filter) => ({
    name: `two of ${filter}`,
    filters: twoOf(filter, options[filter]),
  }));
  return { single, pairs: [...mixed, ...doubled] };
}

const SCOPES = ['all', 'extra-continental'] as const;

/** Questions of one kind, made as they are asked: there are hundreds of thousands. */
export interface QuestionKind {
  readonly name: string;
  readonly count: number;
  readonly at: (index: number) => Question;
}

/** What is asked in any case, and everything else that could be. */
export interface Questions {
  readonly always: readonly Question[];
  readonly others: readonly QuestionKind[];
}

/**
 * Every question about a year: always all ranges of months, and the whole year under every single
 * filter; beside them each range with each filter, and with each pair of filters.
 */
export function questionsOf(year: number, places: Places): Questions {
  const ranges = rangesOf(year);
  const [whole = {}] = ranges.filter(
    ({ from, to }) => from?.endsWith('-01') && to?.endsWith('-12'),
  );
  const { single, pairs } = filterKinds(places);
  return {
    always: SCOPES.flatMap((scope) => [
      ...ranges.map((range) => ({ ...range, scope })),
      ...single.flatMap(({ filters }) => filters.map((one) => ({ ...whole, ...one, scope }))),
    ]),
    others: [...single, ...pairs].map(({ name, filters }) => {
      const each = filters.length * ranges.length;
      return {
        name,
        count: each * SCOPES.length,
        at: (index) => ({
          ...ranges[Math.floor((index % each) / filters.length)],
          ...filters[index % filters.length],
          scope: SCOPES[Math.floor(index / each)] ?? 'all',
        }),
      };
    }),
  };
}

/** So many of a kind, drawn by the seed: another commit asks others, the same one the same. */
export function sampleOf(
  { name, count, at }: QuestionKind,
  size: number,
  seed: string,
): Question[] {
  if (size >= count) return Array.from({ length: count }, (_, index) => at(index));
  const drawn = new Set<number>();
  for (let turn = 0; drawn.size < size; turn += 1) {
    const hash = createHash('sha256').update(`${seed} ${name} ${turn}`).digest();
    drawn.add(hash.readUIntBE(0, 6) % count);
  }
  return [...drawn].map(at);
}
