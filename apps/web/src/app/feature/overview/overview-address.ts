import type { OverviewQuery } from '@enlace/contract';
import { OVERVIEW_SCOPES, month, stateCode } from '@enlace/contract';
import type { Observation, Unit } from '@enlace/domain';
import { OBSERVATIONS, UNITS, isNationality } from '@enlace/domain';

/** The overview's part of the address, as it is typed: everything is optional and may be wrong. */
export interface OverviewAddress {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scope?: string | undefined;
  readonly nationality?: string | undefined;
  readonly state?: string | undefined;
  readonly forum?: string | undefined;
  readonly unit?: string | undefined;
  readonly observation?: string | undefined;
}

/** What the overview is narrowed to. */
export interface OverviewFilters {
  /** First month; null: the last month alone. */
  readonly from: string | null;
  /** Last month; null: the newest that the reader may see. */
  readonly to: string | null;
  readonly scope: OverviewQuery['scope'];
  readonly nationalities: readonly string[];
  readonly states: readonly string[];
  /** Alias of a forum whose members are shown; null: all States. */
  readonly forum: string | null;
  readonly unit: Unit;
  readonly observation: Observation;
}

/** Filters of an address that names none. */
export const NO_FILTERS: OverviewFilters = {
  from: null,
  to: null,
  scope: 'extra-continental',
  nationalities: [],
  states: [],
  forum: null,
  unit: 'persons',
  observation: 'entry',
};

const oneOf = <T extends string>(list: readonly T[], text: string | undefined, otherwise: T): T =>
  list.find((one) => one === text) ?? otherwise;

const asMonth = (text: string | undefined): string | null =>
  text !== undefined && month.safeParse(text).success ? text : null;

const codes = (text: string | undefined, accept: (code: string) => boolean): readonly string[] => [
  ...new Set((text ?? '').split(',').filter(accept)),
];

/** Reads the filters; parts of the address that make no sense are left out. */
export const readAddress = (address: OverviewAddress): OverviewFilters => {
  const to = asMonth(address.to);
  const from = asMonth(address.from);
  const forum = address.forum ?? '';
  return {
    to,
    from: from !== null && to !== null && from > to ? null : from,
    scope: oneOf(OVERVIEW_SCOPES, address.scope, NO_FILTERS.scope),
    nationalities: codes(address.nationality, isNationality),
    states: codes(address.state, (code) => stateCode.safeParse(code).success),
    forum: /^[a-z][a-z0-9-]{1,39}$/.test(forum) ? forum : null,
    unit: oneOf(UNITS, address.unit, NO_FILTERS.unit),
    observation: oneOf(OBSERVATIONS, address.observation, NO_FILTERS.observation),
  };
};

const unless = <T>(value: T, standard: T): T | null => (value === standard ? null : value);
const listed = (list: readonly string[]): string | null =>
  list.length === 0 ? null : list.join(',');

/** Writes the filters as query parameters; null removes what is as it would be anyway. */
export const writeAddress = (
  filters: OverviewFilters,
): Record<keyof OverviewAddress, string | null> => ({
  from: filters.from,
  to: filters.to,
  scope: unless(filters.scope, NO_FILTERS.scope),
  nationality: listed(filters.nationalities),
  state: listed(filters.states),
  forum: filters.forum,
  unit: unless(filters.unit, NO_FILTERS.unit),
  observation: unless(filters.observation, NO_FILTERS.observation),
});

/** Whether anything but the months and the scope is narrowed, so that "Clear" has work to do. */
export const isNarrowed = (filters: OverviewFilters): boolean =>
  Object.entries(writeAddress(filters)).some(([name, value]) => name !== 'scope' && value !== null);
