import { z } from 'zod';

const address = z.url({ protocol: /^postgres(ql)?$/ });

/** Addresses of the database, one a role, and the limits of the pool. */
export const databaseConfig = z.object({
  DATABASE_URL: address.describe('postgres:// address as the role enlace_app'),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(16)
    .describe('Connections of one process'),
  DATABASE_STATEMENT_TIMEOUT: z.coerce
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('Milliseconds after which a query is given up'),
});

/** The owner's address; only the command line needs it. */
export const ownerConfig = z.object({
  DATABASE_OWNER_URL: address.describe('The same as enlace_owner: migrations and seeds'),
});

/** The auditor's address; only the command line needs it. */
export const auditorConfig = z.object({
  DATABASE_AUDITOR_URL: address.describe('The same as enlace_auditor: reads the trace'),
});
