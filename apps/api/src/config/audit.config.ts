import { z } from 'zod';

/** Key of the audit chains, which is not in the database. */
export const auditConfig = z.object({
  ENLACE_AUDIT_KEY: z
    .string()
    .min(32)
    .describe('Secret that seals the trace of all writes, of 32 characters at least'),
  ENLACE_AUDIT_KEY_ID: z
    .string()
    .regex(/^[\w.-]+$/)
    .describe('Name of that key, kept with each entry: another key, another name'),
});

const pairs = z.string().transform((text, context) => {
  const keys = new Map<string, string>();
  for (const pair of text.split(',')) {
    const [, id, key] = /^([\w.-]+)=(.{32,})$/.exec(pair.trim()) ?? [];
    if (id !== undefined && key !== undefined) keys.set(id, key);
    else context.addIssue('must be NAME=KEY, several with commas between them');
  }
  return keys;
});

/** Keys that sealed entries before the present one; only `enlace audit verify` needs them. */
export const earlierKeysConfig = z.object({
  ENLACE_AUDIT_EARLIER_KEYS: pairs
    .optional()
    .describe('Keys of the trace before the present one, NAME=KEY with commas between them'),
});
