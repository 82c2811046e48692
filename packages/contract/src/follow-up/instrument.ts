import * as z from 'zod';
import {
  AMERICAN_SUBREGIONS,
  FOLLOW_UP_STATUSES,
  INSTRUMENT_KINDS,
  INSTRUMENT_STATES,
  PROVISION_LINKS,
  PROVISION_THEMES,
  STATE_POSITIONS,
  TEXT_STATUSES,
} from '@enlace/domain';
import { day, etag, freeText, language, names, recordId, stateCode } from '../primitives.js';

/** A text in the reader's language, else in its original one; `status` says which it is. */
export const readText = z
  .object({ language, body: z.string(), status: z.enum(TEXT_STATUSES) })
  .meta({ id: 'ReadText' });

export const followUpStatus = z.enum(FOLLOW_UP_STATUSES);

/**
 * How many there are of each mark; aspirations stand apart and are in no sum of commitments.
 * `no-report` counts what has no commitment: cells of a matrix, members of a forum.
 */
export const statusCounts = z.record(followUpStatus, z.int().min(0)).meta({ id: 'StatusCounts' });
export type StatusCounts = z.infer<typeof statusCounts>;

export const instrumentSummary = z
  .object({
    id: recordId,
    symbol: z.string(),
    kind: z.enum(INSTRUMENT_KINDS),
    titles: names,
    adoptedOn: day.nullable(),
    place: z.string().nullable(),
    state: z.enum(INSTRUMENT_STATES),
    provisions: z.int(),
  })
  .meta({ id: 'Instrument' });
export type InstrumentSummary = z.infer<typeof instrumentSummary>;

export const provisionSummary = z
  .object({
    id: recordId,
    instrument: recordId,
    number: z.string(),
    group: z.string().nullable().describe('Working group of the San José conference'),
    titles: names,
    themes: z.array(z.enum(PROVISION_THEMES)),
  })
  .meta({ id: 'Provision' });
export type ProvisionSummary = z.infer<typeof provisionSummary>;

/** What a State says of a provision, in one language. */
const responseWords = z.strictObject({ language, body: freeText(10, 2000) });

/** PUT /api/v1/provisions/{id}/response with If-Match where the State has answered: a new version. */
export const stateResponseRequest = responseWords
  .extend({
    position: z.enum(STATE_POSITIONS),
    translations: z.array(responseWords).max(3).default([]).describe('By the State itself'),
  })
  .meta({ id: 'StateResponseInput' });
export type StateResponseRequest = z.infer<typeof stateResponseRequest>;

const saidVersion = z.object({
  version: z.int().min(1),
  position: z.enum(STATE_POSITIONS),
  on: day,
  texts: z.array(readText).min(1).describe('The original first'),
});

/** A State's answer to a provision, with what it said before. */
export const stateResponseAnswer = saidVersion
  .extend({
    etag: etag.nullable().describe('Of the own State’s answer'),
    earlier: z.array(saidVersion).describe('The last first'),
  })
  .meta({ id: 'StateResponse' });
export type StateResponseAnswer = z.infer<typeof stateResponseAnswer>;

/** GET /api/v1/provisions/{id}: one provision with every State's answer. */
export const provisionResponse = z
  .object({
    provision: provisionSummary,
    instrument: instrumentSummary,
    text: readText,
    original: readText,
    note: z.string().nullable(),
    links: z.array(
      z.object({
        kind: z.enum(PROVISION_LINKS),
        direction: z.enum(['from', 'to']),
        provision: provisionSummary,
        symbol: z.string(),
      }),
    ),
    states: z.array(
      z.object({
        state: stateCode,
        status: followUpStatus,
        commitments: z.int(),
        lastReportOn: day.nullable().describe('Null: no report received'),
        response: stateResponseAnswer.nullable().describe('Null: the State has not answered'),
      }),
    ),
    others: z
      .array(
        z.object({
          organization: recordId,
          names,
          status: followUpStatus,
          commitments: z.int(),
          lastReportOn: day.nullable(),
        }),
      )
      .describe('Agencies, which have no column in the matrix'),
  })
  .meta({ id: 'ProvisionPage' });
export type ProvisionResponse = z.infer<typeof provisionResponse>;

/** The short name of a forum in addresses, such as `rcm`. */
export const forumAlias = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** GET /api/v1/forums/{alias}: members by date, presidency, what is due, instruments. */
export const forumPageResponse = z
  .object({
    id: recordId,
    alias: z.string(),
    names,
    acronyms: names,
    today: day,
    presidency: z
      .object({ state: stateCode, from: day, until: day.describe('Its last day') })
      .nullable()
      .describe('The State that presides today'),
    instruments: z.array(z.object({ instrument: instrumentSummary, counts: statusCounts })),
    counts: statusCounts,
    due: z
      .array(
        z.object({
          commitment: recordId,
          state: stateCode.nullable(),
          title: readText,
          dueOn: day,
          status: z.enum(['overdue', 'due-soon']),
        }),
      )
      .max(50),
    moreDue: z.int(),
    reports: z.array(
      z.object({
        state: stateCode,
        status: followUpStatus,
        lastReportOn: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'ForumPage' });
export type ForumPageResponse = z.infer<typeof forumPageResponse>;

const periodPart = day.optional();

/** GET /api/v1/follow-up/matrix: filters grey out, so every row and column is always there. */
export const matrixQuery = z.strictObject({
  instrument: z.string().max(40).default('SJ-2009').describe('Symbol'),
  forum: z.string().max(40).optional().describe('Alias'),
  theme: z.enum(PROVISION_THEMES).optional(),
  group: z.string().max(10).optional(),
  from: periodPart.describe('Only commitments due on or after this day'),
  until: periodPart.describe('Only commitments due on or before this day'),
});
export type MatrixQuery = z.infer<typeof matrixQuery>;

/** The same for GET /api/v1/follow-up/matrix.csv and .xlsx, with the language of the file. */
export const matrixFileQuery = matrixQuery.extend({ language: language.optional() });
export type MatrixFileQuery = z.infer<typeof matrixFileQuery>;

/** One cell with something in it; a cell that is not listed has no report. */
export const matrixCell = z.object({
  provision: recordId,
  state: stateCode,
  status: followUpStatus,
  commitments: z.int().min(1),
  only: recordId.nullable().describe('The commitment, where there is just one'),
  dueOn: day.nullable().describe('The earliest date that the mark follows from'),
});
export type MatrixCell = z.infer<typeof matrixCell>;

export const matrixResponse = z
  .object({
    instrument: instrumentSummary,
    today: day,
    groups: z.array(z.object({ code: z.string(), titles: names })),
    provisions: z.array(provisionSummary.extend({ shown: z.boolean() })),
    states: z.array(
      z.object({ state: stateCode, subregion: z.enum(AMERICAN_SUBREGIONS), shown: z.boolean() }),
    ),
    cells: z.array(matrixCell),
    counts: statusCounts.describe('Of the cells that the filters leave'),
  })
  .meta({ id: 'Matrix' });
export type MatrixResponse = z.infer<typeof matrixResponse>;

/** GET /api/v1/instruments */
export const instrumentsResponse = z
  .object({ instruments: z.array(instrumentSummary) })
  .meta({ id: 'Instruments' });
export type InstrumentsResponse = z.infer<typeof instrumentsResponse>;
