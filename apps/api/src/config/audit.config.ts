import { z } from 'zod';

/** Key of the audit chains, which is not in the database. */
export const auditConfig = z.object({
  ENLACE_AUDIT_KEY: z.string().min(32),
  ENLACE_AUDIT_KEY_ID: z.string().min(1),
});
