import { z } from 'zod';

/** Where the API listens and what it serves beside itself. */
export const serverConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port of the API'),
  HOST: z.string().default('127.0.0.1').describe('Address it listens on; 0.0.0.0 in a container'),
  ENLACE_ORIGIN: z.url().describe('Address that browsers see, such as http://localhost:4200'),
  ENLACE_WEB_ROOT: z.string().optional().describe('Folder of the built web; none: the API alone'),
  ENLACE_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('What a collector of /api/metrics must show; none: it is closed'),
  ENLACE_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(1200)
    .describe(
      'Requests a minute of one account on all instances together; an address may make twice as many',
    ),
  ENLACE_TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .describe('Whose X-Forwarded-For is believed: addresses or networks, commas between them'),
  ENLACE_DEMO: z
    .stringbool()
    .default(false)
    .describe(
      'Whether the demo’s key, which everybody knows, may sign tokens; never in production',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
});
