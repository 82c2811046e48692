import { z } from 'zod';

/** Where the API listens and what it serves beside itself. */
export const serverConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ENLACE_ORIGIN: z.url().describe('Address that browsers see, such as http://localhost:4200'),
  ENLACE_WEB_ROOT: z.string().optional().describe('Folder of the built web; none: the API alone'),
  ENLACE_METRICS_TOKEN: z.string().min(16).optional().describe('None: the metrics are closed'),
  ENLACE_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(1200)
    .describe(
      'Requests a minute of one account on all instances together; an address may make twice as many',
    ),
  ENLACE_DEMO: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
