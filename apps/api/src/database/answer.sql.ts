/** A list as JSON, never null. */
export const listOf = (query: string): string =>
  `(select coalesce(json_agg(row_to_json(x)), '[]') from (${query}) x)`;

/** An instant as answers write it, in UTC and whole seconds. */
export const instantOf = (expression: string): string =>
  `to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** A day as answers write it. */
export const dayOf = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
