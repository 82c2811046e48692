import * as z from 'zod';
import {
  INSTRUMENT_KINDS,
  INSTRUMENT_STATES,
  LANGUAGES,
  PROVISION_LINKS,
  PROVISION_THEMES,
} from '@enlace/domain';
import { day, freeText, names, recordId } from '../primitives.js';
import { alias } from './participant-seeds.js';

const provision = z.strictObject({
  id: recordId,
  number: z.string().min(1),
  titles: names.strict(),
  themes: z.array(z.enum(PROVISION_THEMES)).min(1),
  texts: z
    .array(
      z.strictObject({
        language: z.enum(LANGUAGES),
        status: z.enum(['original', 'human']),
        body: freeText(10, 1000),
      }),
    )
    .min(1),
  links: z.array(
    z.strictObject({ kind: z.enum(PROVISION_LINKS), symbol: z.string(), number: z.string() }),
  ),
});

/** `seeds/demo/instruments.json`: sample texts of forums, which repeat, implement or supersede earlier ones. */
export const instrumentsSeed = z.strictObject({
  instruments: z.array(
    z.strictObject({
      id: recordId,
      organization: alias,
      forums: z.array(z.string()).min(1),
      kind: z.enum(INSTRUMENT_KINDS),
      symbol: z.string().min(1),
      titles: names.strict(),
      adoptedOn: day.nullable(),
      place: z.string().min(1).nullable(),
      languages: z.array(z.enum(LANGUAGES)).min(1),
      state: z.enum(INSTRUMENT_STATES),
      provisions: z.array(provision).min(1),
    }),
  ),
});
