import type { LibraryResponse } from '@enlace/contract';

/** What the library may be narrowed by, in the order in which it is offered. */
export const FACETS = [
  'theme',
  'state',
  'forum',
  'kind',
  'language',
  'costBand',
  'evidence',
  'adopted',
] as const satisfies readonly (keyof LibraryResponse['facets'])[];
export type Facet = (typeof FACETS)[number];

/** What the address asks for; the words under `q`. */
export type LibraryFilters = Readonly<Record<Facet | 'q', string | undefined>>;

/** One value of a facet, with how many practices there are of it. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Facets of two values, of which only the one that says something is offered. */
const YES_ONLY: ReadonlySet<Facet> = new Set(['evidence', 'adopted']);

/** Whether a value is offered: "without evidence" is no reason to read a practice. */
export const isOffered = (facet: Facet, value: string): boolean =>
  !YES_ONLY.has(facet) || value === 'true';

/** The filters that are set, in the order of the facets. */
export const chosenFacets = (filters: LibraryFilters): readonly Facet[] =>
  FACETS.filter((facet) => filters[facet] !== undefined);

/** What the address is merged with to choose a value of a facet, or with null to take it away. */
export const choosing = (
  facet: Facet,
  value: string | null,
): Readonly<Record<string, string | null>> => ({
  [facet]: value,
});
