import type { z } from 'zod';
import { accessConfig } from './access.config.js';
import { auditConfig } from './audit.config.js';
import { databaseConfig } from './database.config.js';
import { readEnvironment } from './environment.js';
import { filesConfig } from './files.config.js';
import { mailConfig } from './mail.config.js';
import { serverConfig } from './server.config.js';

/** What the API is told, by topic. */
export const TOPICS = {
  server: serverConfig,
  database: databaseConfig,
  access: accessConfig,
  audit: auditConfig,
  mail: mailConfig,
  files: filesConfig,
};

/** Everything the process is told from outside, one part a topic. */
export class Config {
  constructor(
    readonly server: z.infer<typeof serverConfig>,
    readonly database: z.infer<typeof databaseConfig>,
    readonly access: z.infer<typeof accessConfig>,
    readonly audit: z.infer<typeof auditConfig>,
    readonly mail: z.infer<typeof mailConfig>,
    readonly files: z.infer<typeof filesConfig>,
  ) {}
}

/** The environment has faults; the message lists all of them, one a line. */
export class ConfigError extends Error {}

/** What one schema takes from the environment; throws an error that lists every fault. */
export function readPart<T extends z.ZodObject>(schema: T, environment = process.env): z.infer<T> {
  const names = Object.keys(schema.shape);
  const part = schema.safeParse(readEnvironment(names, environment));
  if (part.success) return part.data;
  throw new ConfigError(told(part.error.issues));
}

const told = (issues: readonly z.core.$ZodIssue[]): string =>
  [
    'The configuration has faults:',
    ...issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`),
  ].join('\n');

/** Reads the configuration from the environment and throws one error that lists every fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const names = Object.values(TOPICS).flatMap((schema) => Object.keys(schema.shape));
  const given = readEnvironment(names, environment);
  const server = TOPICS.server.safeParse(given);
  const database = TOPICS.database.safeParse(given);
  const access = TOPICS.access.safeParse(given);
  const audit = TOPICS.audit.safeParse(given);
  const mail = TOPICS.mail.safeParse(given);
  const files = TOPICS.files.safeParse(given);
  const own = server.success && database.success && access.success;
  if (own && audit.success && mail.success && files.success) {
    return new Config(
      ...([server.data, database.data, access.data, audit.data, mail.data, files.data] as const),
    );
  }
  const parts = [server, database, access, audit, mail, files];
  throw new ConfigError(told(parts.flatMap((part) => part.error?.issues ?? [])));
}
