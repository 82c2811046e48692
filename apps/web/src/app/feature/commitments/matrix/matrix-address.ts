import { day, forumAlias } from '@enlace/contract';
import { PROVISION_THEMES, type ProvisionTheme } from '@enlace/domain';

/** Symbol of the instrument that is shown where the address names none. */
export const SAN_JOSE = 'SJ-2009';

/** The matrix's part of the address, as it is typed: everything is optional and may be wrong. */
export interface MatrixAddress {
  readonly instrument?: string | undefined;
  readonly forum?: string | undefined;
  readonly theme?: string | undefined;
  readonly group?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What the matrix is asked for; null is no filter. */
export interface MatrixFilters {
  readonly instrument: string;
  readonly forum: string | null;
  readonly theme: ProvisionTheme | null;
  readonly group: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

const asDay = (text: string | undefined): string | null =>
  text !== undefined && day.safeParse(text).success ? text : null;
const short = (text: string | undefined, longest: number): string | null =>
  text !== undefined && text !== '' && text.length <= longest ? text : null;

/** Reads the filters; parts of the address that make no sense are left out. */
export const readAddress = (address: MatrixAddress): MatrixFilters => {
  const [from, until] = [asDay(address.from), asDay(address.until)];
  return {
    instrument: short(address.instrument, 40) ?? SAN_JOSE,
    forum: forumAlias.safeParse(address.forum).success ? (address.forum ?? null) : null,
    theme: PROVISION_THEMES.find((theme) => theme === address.theme) ?? null,
    group: short(address.group, 10),
    from: from !== null && until !== null && from > until ? null : from,
    until,
  };
};

/** Writes the filters as query parameters; null removes what is as it would be anyway. */
export const writeAddress = (
  filters: MatrixFilters,
): Record<keyof MatrixAddress, string | null> => ({
  ...filters,
  instrument: filters.instrument === SAN_JOSE ? null : filters.instrument,
});

/** Whether anything but the instrument is narrowed, so that "Clear" has work to do. */
export const isNarrowed = ({ forum, theme, group, from, until }: MatrixFilters): boolean =>
  [forum, theme, group, from, until].some((value) => value !== null);
