import { EXTRA_CONTINENTAL_NATIONALITIES } from '@enlace/domain';
import type { OverviewQuery } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { exactReport, sightParameters, visibleReport } from '../audience/index.js';
import type { MonthRange } from './month-range.js';

/** The filters of an overview or its export, with the days of everything that takes part. */
export interface SeenQuery {
  readonly query: OverviewQuery;
  /** From the earliest to the last month of which parts are read. */
  readonly span: MonthRange;
}

/** $1 to $12 of every statement that begins with `SEEN_PARTS`. */
export function seenParameters(actor: Actor, { query, span }: SeenQuery): unknown[] {
  return [
    ...sightParameters(actor),
    query.unit,
    query.observation,
    span.from,
    span.to,
    query.state ?? null,
    query.crossingPoint ?? null,
    query.forum ?? null,
    nationalitiesOf(query),
  ];
}

/** Codes that are summed; null: all of them. A named nationality outside the scope leaves none. */
function nationalitiesOf({ scope, nationality }: OverviewQuery): readonly string[] | null {
  if (scope === 'all') return nationality ?? null;
  if (!nationality) return EXTRA_CONTINENTAL_NATIONALITIES;
  return nationality.filter((code) => EXTRA_CONTINENTAL_NATIONALITIES.includes(code));
}

/** States and points that the filters leave: reference data alone, so that it says nothing of reports. */
export const FILTERED_POINT = (point: string): string =>
  `($9::text[] is null or ${point}.state_id in (select s.id from state s where s.code = any($9::text[])))
   and ($10::text[] is null or ${point}.id::text = any($10::text[]))
   and ($11::text is null or ${point}.state_id in (
     select m.state_id from forum_member m join forum f on f.id = m.forum_id
     where f.alias = $11::text and m.role = 'member' and m.state_id is not null
       and coalesce(m.valid_from, '-infinity') <= enlace_now()::date
       and coalesce(m.valid_to, 'infinity') > enlace_now()::date
       and not (m.suspended_from is not null and m.suspended_from <= enlace_now()::date
                and coalesce(m.suspended_to, 'infinity') > enlace_now()::date)))`;

/**
 * `seen`: counted, current, cleared and not retracted reports that the actor may see. `part`: their
 * counts as the actor may know them, which every other figure is added up from: the exact number
 * three times where the report is held exactly now, else the protected twin's low, middle and high
 * (source: access page, section 3). The first days reach an index behind row security, which the
 * range does not; it leaves out a year that ends later.
 */
export const SEEN_PARTS = `
  with seen as materialized (
    select r.id, r.organization_id, r.state_id, r.crossing_point_id as point_id, r.period, r.period_length,
      r.classification, r.first_entry, r.current_version as version, ${exactReport('r')} as exact
    from arrival_report r join crossing_point p on p.id = r.crossing_point_id
    where ${visibleReport('r')} and r.counted and r.retracted_at is null and r.current_version is not null
      and r.unit = $5 and r.observation = $6
      and r.starts_on >= $7::date and r.starts_on < $8::date and r.period <@ daterange($7::date, $8::date)
      and ${FILTERED_POINT('p')}
  ), part as (
    select s.id, f.nationality, f.low, f.middle, f.high
    from seen s join current_figures(array(select id from seen), $12::text[]) f on f.report_id = s.id
  )`;
