import * as z from 'zod';
import { PROVISION_THEMES } from '@enlace/domain';

const term = z.string().trim().min(2).max(80);
const terms = z.array(term).min(1);

/** `seeds/reference/thesaurus.json`: words and phrases of one meaning, by which a query in one language finds the others. */
export const thesaurusSeed = z.strictObject({
  source: z.string(),
  concepts: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9-]+$/),
      theme: z.enum(PROVISION_THEMES).nullable().describe('Where the meaning is a theme'),
      terms: z.strictObject({ es: terms, en: terms, pt: terms, fr: terms }),
    }),
  ),
});
