import { z } from 'zod';

const address = z.url({ protocol: /^postgres(ql)?$/ });

/** Addresses of the database, one a role, and the limits of the pool. */
export const databaseConfig = z.object({
  DATABASE_URL: address.describe('As the application role'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(16),
  DATABASE_STATEMENT_TIMEOUT: z.coerce
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('Milliseconds'),
});

/** The owner's address; only the command line needs it. */
export const ownerConfig = z.object({ DATABASE_OWNER_URL: address });

/** The auditor's address; only the command line needs it. */
export const auditorConfig = z.object({ DATABASE_AUDITOR_URL: address });
