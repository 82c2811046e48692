import * as z from 'zod';
import { FOLLOW_UP_SHEETS, INSTRUMENT_KINDS, PROVISION_THEMES } from '@enlace/domain';
import { day, freeText, instant, language, recordId } from '../primitives.js';

const titles = z.strictObject({
  es: freeText(3, 300),
  en: freeText(3, 300),
  pt: freeText(3, 300),
  fr: freeText(3, 300),
});

/** An instrument as a file brings it: adopted on a day, or else a draft. */
export const newInstrument = z.strictObject({
  symbol: z.string().regex(/^[A-Z0-9][A-Z0-9.-]{1,39}$/),
  kind: z.enum(INSTRUMENT_KINDS),
  language,
  titles,
  adoptedOn: day.nullable(),
  place: freeText(2, 120).nullable(),
});
export type NewInstrument = z.infer<typeof newInstrument>;

const body = freeText(3, 6000).nullable();

/** A provision as a file brings it; `language` says which of its texts is the original. */
export const newProvision = z.strictObject({
  number: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.()/-]{0,11}$/u),
  language,
  titles,
  texts: z.strictObject({ es: body, en: body, pt: body, fr: body }),
  themes: z.array(z.enum(PROVISION_THEMES)).max(13),
});
export type NewProvision = z.infer<typeof newProvision>;

const followUpSheet = z.enum(FOLLOW_UP_SHEETS);

/** GET /api/v1/forums/{alias}/imports/template.csv */
export const templateQuery = z.strictObject({ sheet: followUpSheet });
export type TemplateQuery = z.infer<typeof templateQuery>;

/** A cell that cannot be taken: the sheet, the row as the spreadsheet counts it, the column by heading and letter. */
const followUpImportFault = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string().describe('Its heading; empty: the whole row'),
  letter: z.string(),
  value: z.string(),
  rule: z.string(),
  detail: z.string().describe("The rule in the reader's language"),
});
export type FollowUpImportFault = z.infer<typeof followUpImportFault>;

/** How many new records there are; aspirations are no commitments and are counted apart. */
const followUpImportCounts = z.object({
  instruments: z.int(),
  provisions: z.int(),
  commitments: z.int(),
  aspirations: z.int(),
  dueDates: z.int(),
});
export type FollowUpImportCounts = z.infer<typeof followUpImportCounts>;

/** POST /api/v1/forums/{alias}/imports/dry-run: what the file would make; nothing is written. */
export const followUpImportCheck = z
  .object({
    fileName: z.string(),
    sheets: z.array(z.object({ sheet: followUpSheet, name: z.string(), rows: z.int() })),
    faults: z.array(followUpImportFault).describe('The first 1,000'),
    faultCount: z.int(),
    makes: followUpImportCounts,
    ready: z.boolean(),
  })
  .meta({ id: 'FollowUpImportCheck' });
export type FollowUpImportCheck = z.infer<typeof followUpImportCheck>;

/** POST /api/v1/forums/{alias}/imports: what the file made. */
export const followUpImport = z
  .object({
    id: recordId,
    fileName: z.string(),
    importedAt: instant,
    made: followUpImportCounts,
    instruments: z.array(z.string()).describe('Symbols of the texts that it is about'),
  })
  .meta({ id: 'FollowUpImport' });
export type FollowUpImport = z.infer<typeof followUpImport>;
