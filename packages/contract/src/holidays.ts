import * as z from 'zod';
import { day, etag, freeText } from './primitives.js';

/** A year `2027`; those of the calendar are few years around the current one. */
const year = z.coerce.number().int().min(2000).max(2100);

/** GET /api/v1/holidays: days off of the acting organization's State in a year. */
export const holidaysQuery = z.strictObject({ year });
export type HolidaysQuery = z.infer<typeof holidaysQuery>;

export const holidayAnswer = z
  .object({
    on: day,
    name: z.string(),
    struck: z.boolean().describe('Struck out: a working day all the same'),
    etag,
  })
  .meta({ id: 'Holiday' });
export type HolidayAnswer = z.infer<typeof holidayAnswer>;

export const holidaysResponse = z
  .object({ year: z.int(), holidays: z.array(holidayAnswer) })
  .meta({ id: 'Holidays' });
export type HolidaysResponse = z.infer<typeof holidaysResponse>;

/** POST /api/v1/holidays: a day off that the library does not know. */
export const addHolidayRequest = z
  .strictObject({ on: day, name: freeText(2, 120) })
  .meta({ id: 'AddHolidayRequest' });
export type AddHolidayRequest = z.infer<typeof addHolidayRequest>;

/** PUT /api/v1/holidays/{on}: its name, and whether it is struck out. */
export const changeHolidayRequest = z
  .strictObject({ name: freeText(2, 120), struck: z.boolean() })
  .meta({ id: 'ChangeHolidayRequest' });
export type ChangeHolidayRequest = z.infer<typeof changeHolidayRequest>;
