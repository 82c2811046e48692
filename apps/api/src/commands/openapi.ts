import type { Command } from 'commander';
import { createApp } from '../create-app.js';
import { openApiDocument, readOpenApi, writeOpenApi } from '../openapi/index.js';

/** Nothing is reached while the document is made; the addresses only have to be well formed. */
const ENVIRONMENT = {
  DATABASE_URL: 'postgres://nobody@localhost/none',
  ENLACE_ORIGIN: 'http://localhost:4400',
  IDENTITY_ISSUER: 'http://localhost:4400/realms/enlace',
  IDENTITY_JWKS_URL: 'http://localhost:4400/realms/enlace/protocol/openid-connect/certs',
  IDENTITY_AUDIENCE: 'enlace-api',
  ENLACE_AUDIT_KEY: '0'.repeat(32),
  ENLACE_AUDIT_KEY_ID: 'none',
  ENLACE_SMTP_URL: 'smtp://localhost',
  ENLACE_MAIL_FROM: 'enlace@localhost.localdomain',
  LOG_LEVEL: 'silent',
};

async function currentText(): Promise<string> {
  Object.assign(process.env, ENVIRONMENT);
  const app = await createApp();
  try {
    return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}

async function openapi({ check }: { check?: boolean }): Promise<void> {
  const text = await currentText();
  if (!check) {
    await writeOpenApi(text);
    return;
  }
  if ((await readOpenApi().catch(() => '')) === text) return;
  console.error('openapi.json differs from the routes: run `npm run enlace -- openapi`.');
  process.exitCode = 1;
}

/** `enlace openapi`: writes the committed document, or compares it with the routes. */
export function addOpenApi(program: Command): void {
  program
    .command('openapi')
    .description('Write openapi.json from the routes')
    .option('--check', 'only compare')
    .action(openapi);
}
