import { visibleReport } from '../audience/index.js';

/** Days that a notice is listed: nobody marks it as read. */
const LISTED_FOR = 30;
/** The newest are shown. */
const SHOWN = 20;

/**
 * Reopenings, retractions and revocations of which the acting organization was told, newest first: of
 * what it sees, or, once revoked, of what it no longer sees. $1 to $4 sight.
 */
export const TOLD = `
  select n.kind, r.id as report, n.state, n.crossing_point_id as "crossingPoint",
    to_char(lower(n.period), case n.period_length when 'year' then 'YYYY' else 'YYYY-MM' end) as period,
    to_char(n.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "toldAt", n.reason
  from told_notices(${LISTED_FOR}) n
  left join arrival_report r on r.id = n.report_id and ${visibleReport('r')}
  where n.kind = 'revoked' or r.id is not null
  order by n.told_at desc, n.period, n.crossing_point_id limit ${SHOWN}`;
