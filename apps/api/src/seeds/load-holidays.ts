import Holidays from 'date-holidays';
import { NATIONALITIES } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import { insertRows } from './insert-rows.js';

/** Years around the current one for which days off are known ahead. */
const YEARS_BEFORE = 1;
const YEARS_AHEAD = 5;
const DAY = 86_400_000;

interface HolidayRow {
  readonly state_id: number;
  readonly on_date: string;
  readonly name: string;
}

/** Days off of one State in one year, in its own language; none where the library does not know it. */
function holidaysOf(stateId: number, alpha2: string, year: number): HolidayRow[] {
  const known = new Holidays(alpha2).getHolidays(year).filter(({ type }) => type === 'public');
  return known.flatMap(({ date, start, end, name }) => {
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
    return Array.from({ length: days }, (_none, index) => ({
      ...{ state_id: stateId, name },
      on_date: new Date(first + index * DAY).toISOString().slice(0, 10),
    }));
  });
}

/**
 * Fills in the public holidays of each State from date-holidays (its data: CC BY 3.0). A year that has
 * rows stays as it is: its State's coordinator may have changed them.
 */
export async function loadHolidays(tx: Transaction): Promise<number> {
  const alpha2 = new Map(NATIONALITIES.map(({ code, alpha2: two }) => [code, two]));
  const supported = new Holidays().getCountries();
  const wanted = await tx.rows<{ id: number; code: string; year: number }>(
    `select s.id, s.code, y.year::int as year from state s,
         generate_series(extract(year from enlace_now())::int - $1::int,
                         extract(year from enlace_now())::int + $2::int) y (year)
      where not exists (select 1 from holiday h where h.state_id = s.id
        and extract(year from h.on_date) = y.year) order by s.id, y.year`,
    [YEARS_BEFORE, YEARS_AHEAD],
  );
  const rows = wanted.flatMap(({ id, code, year }) => {
    const two = alpha2.get(code);
    return two && two in supported ? holidaysOf(id, two, year) : [];
  });
  return insertRows(tx, 'holiday', ['state_id', 'on_date', 'name'], rows);
}
