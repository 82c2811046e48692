import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { LABELS, nationalityName, type Figure, type Language } from '@enlace/domain';
import type { OverviewQuery } from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Spool } from '../spool/index.js';
import { CSV_TEXTS } from './csv-texts.js';
import { monthsOf } from './month-range.js';
import { rangeAsked, visibleMonths } from './overview.repository.js';
import { SEEN_PARTS, seenParameters } from './seen-parts.sql.js';

/** A file for the reader. */
export interface ExportFile {
  readonly name: string;
  readonly content: Readable;
}

interface ExportRow extends Figure {
  readonly period: string;
  readonly code: string;
  readonly state: string;
  readonly point: string;
  readonly firstEntry: boolean;
  /** Null: the report counts nobody that was asked for. */
  readonly nationality: string | null;
  readonly exact: boolean;
}

const ROWS = `${SEEN_PARTS}
  select case s.period_length when 'year' then to_char(lower(s.period), 'YYYY')
      else to_char(lower(s.period), 'YYYY-MM') end as period,
    st.code, st.names ->> $13::text as state, cp.names ->> $13::text as point, s.first_entry as "firstEntry",
    p.nationality, s.exact, coalesce(p.low, 0) as low, coalesce(p.middle, 0) as middle,
    coalesce(p.high, 0) as high
  from seen s left join part p on p.id = s.id
  join state st on st.id = s.state_id join crossing_point cp on cp.id = s.point_id
  order by 1, 2, cp.code, s.id, p.nationality`;

const LOG = `${SEEN_PARTS}
  insert into read_log (organization_id, record_kind, record_id, reader_organization_id, what)
  select s.organization_id, 'arrival-report', s.id, $1::uuid, 'export' from seen s
  where s.classification in ('restricted', 'confidential')
    and s.organization_id <> $1::uuid`;

/** Writes the rows of an overview as CSV, and tells the owners of what is not public that it was exported. */
@Injectable()
export class ExportOverview {
  constructor(private readonly database: Database) {}

  /** Its rows never stand in memory together; they are read and noted as read before the first leaves. */
  execute(actor: Actor, query: OverviewQuery, language: Language): Promise<ExportFile> {
    return this.database.write(actor, async (tx) => {
      const months = await visibleMonths(tx, actor, query);
      const range = await rangeAsked(tx, actor, query, months);
      const parameters = seenParameters(actor, { query, span: range });
      await this.log(tx, actor, parameters);
      const covered = monthsOf(range);
      const name = `enlace-arrivals-${[...new Set([covered[0], covered.at(-1)])].join('-to-')}.csv`;
      const pages = tx.pages<ExportRow>(ROWS, [...parameters, language]);
      return { name, content: await this.spool(pages, query, language) };
    });
  }

  private async spool(
    pages: AsyncIterable<readonly ExportRow[]>,
    query: OverviewQuery,
    language: Language,
  ): Promise<Readable> {
    const spool = await Spool.begin();
    try {
      // The mark lets a spreadsheet read the accents.
      await spool.add(`\uFEFF${csvOf([CSV_TEXTS[language].header])}`);
      for await (const rows of pages)
        await spool.add(csvOf(rows.map((row) => lineOf(row, query, language))));
      return spool.read();
    } catch (error) {
      await spool.drop();
      throw error;
    }
  }

  private async log(tx: Transaction, actor: Actor, parameters: readonly unknown[]): Promise<void> {
    // The public sees nothing restricted.
    if (actor.organization) await tx.rows(LOG, parameters);
  }
}

/** Exact figures have a value, protected ones their bounds: nobody takes a middle for a count. */
function lineOf(row: ExportRow, query: OverviewQuery, language: Language): (string | number)[] {
  const texts = CSV_TEXTS[language];
  const detail = LABELS.detail[language];
  return [
    ...[row.period, row.code, row.state, row.point],
    LABELS.observation[language][query.observation],
    LABELS.unit[language][query.unit],
    row.firstEntry ? texts.yes : texts.no,
    row.nationality ?? '',
    row.nationality === null ? '' : nationalityName(row.nationality, language),
    row.exact ? detail.exact : detail.protected,
    row.exact ? row.low : '',
    ...(row.exact ? ['', '', ''] : [row.low, row.middle, row.high]),
  ];
}

/** A cell that begins like a formula is one to a spreadsheet. */
const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  stringify([...lines], { escape_formulas: true, record_delimiter: 'windows' });
