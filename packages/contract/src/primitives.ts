import * as z from 'zod';
import { findPersonalData, LANGUAGES } from '@enlace/domain';

/** Id of a record: a random UUID, so that neither gaps nor creation times tell anything. */
export const recordId = z.uuid();

/** Names in the four languages, all required. */
export const names = z
  .object({
    es: z.string().min(1),
    en: z.string().min(1),
    pt: z.string().min(1),
    fr: z.string().min(1),
  })
  .meta({ id: 'Names' });
export type Names = z.infer<typeof names>;

export const language = z.enum(LANGUAGES);

/** ISO 3166-1 alpha-3 code of a State or territory. */
export const stateCode = z.string().regex(/^[A-Z]{3}$/);

/** A month `2026-10` or a year `2026`, without zone. */
export const period = z.string().regex(/^[12]\d{3}(-(0[1-9]|1[0-2]))?$/);

/**
 * There is no year 0000, and none here before 1000. A check of its own, since a second pattern would
 * make the published schema of a text that may be null refuse null.
 */
const someYear =
  (format: 'date' | 'datetime') =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    if (!/^[12]/.test(value)) issues.push({ code: 'invalid_format', format, input: value });
  };

/** A month `2026-10`. */
export const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/);

/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true }).check(someYear('datetime'));

/** A calendar day `2026-10-31`, without zone. */
export const day = z.iso.date().check(someYear('date'));

/** A whole number of persons, events or cases. */
export const count = z.int().min(0).max(9_999_999);

/** Opaque position in a list; hand it back to read on. */
export const cursor = z.string().max(400);

/** Opaque version of a record, as in its `ETag`. */
export const etag = z.string();

/** A comma-separated list in a query, such as `nationality=CMR,BGD`. */
export const codeList = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').filter((part) => part !== ''));

/** Rule of a text that looks like personal data; no such text is ever accepted. */
export const PERSONAL_DATA_RULE = 'personal-data';

/** Text that people write: of `min` to `max` characters, and refused where it looks like personal data. */
export const freeText = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => findPersonalData(text).length === 0, {
      params: { rule: PERSONAL_DATA_RULE },
    });
