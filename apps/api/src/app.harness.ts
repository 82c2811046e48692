import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestIdentity, testDatabase, type TestIdentity } from '@enlace/testing';
import type { DatabaseUrls } from '@enlace/testing';
import { startMailServer, type MailServer } from '@enlace/dev-mail';
import { createApp } from './create-app.js';

const ORIGIN = 'http://localhost:4400';

/** How a request of a test is made. */
export interface TestRequest {
  /** Account of the demo; none: nobody signed in. */
  readonly as?: string;
  readonly actingFor?: string;
  readonly method?: string;
  /** Bytes go as they are, all else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back, with its JSON where it is some. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** The real application on a database of its own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly urls: DatabaseUrls;
  readonly identity: TestIdentity;
  /** Where its mails arrive. */
  readonly mail: MailServer;
  request(path: string, request?: TestRequest): Promise<TestAnswer>;
  close(): Promise<void>;
}

function setEnvironment(
  urls: DatabaseUrls,
  identity: TestIdentity,
  mail: MailServer,
  files: string,
): void {
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    ENLACE_ORIGIN: ORIGIN,
    IDENTITY_ISSUER: identity.issuer,
    IDENTITY_JWKS_URL: identity.jwksUrl,
    IDENTITY_AUDIENCE: identity.audience,
    ENLACE_AUDIT_KEY: 'a'.repeat(64),
    ENLACE_AUDIT_KEY_ID: 'test',
    ENLACE_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    ENLACE_MAIL_FROM: 'enlace@enlace.test',
    ENLACE_FILES_FOLDER: files,
    ENLACE_METRICS_TOKEN: 'm'.repeat(64),
    ENLACE_RATE_LIMIT: '1000000',
    ENLACE_DEMO: 'true',
    LOG_LEVEL: 'silent',
  });
}

const parsed = (text: string, type: string | null): unknown =>
  type?.includes('json') ? JSON.parse(text) : {};

/** Starts the application in this process, as `main.ts` does, on a copy of the run's template. */
export async function startTestApi(): Promise<TestApi> {
  const database = await testDatabase();
  const identity = await startTestIdentity(ORIGIN);
  const mail = await startMailServer();
  const files = await mkdtemp(join(tmpdir(), 'enlace-files-'));
  setEnvironment(database.urls, identity, mail, files);
  const app = await createApp();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const request = async (path: string, given: TestRequest = {}): Promise<TestAnswer> => {
    const headers: Record<string, string> = { ...given.headers };
    if (given.as) headers['authorization'] = `Bearer ${await identity.token(given.as)}`;
    if (given.actingFor) headers['enlace-acting-for'] = given.actingFor;
    if (given.body !== undefined) headers['content-type'] ??= 'application/json';
    const sent = given.body instanceof Uint8Array ? given.body : JSON.stringify(given.body);
    const answer = await fetch(`${address}${path}`, {
      method: given.method ?? 'GET',
      headers,
      ...(given.body === undefined ? {} : { body: sent }),
    });
    const text = await answer.text();
    const body = parsed(text, answer.headers.get('content-type')) as TestAnswer['body'];
    return { status: answer.status, headers: answer.headers, body, text };
  };
  const close = async (): Promise<void> => {
    await app.close();
    await identity.stop();
    await mail.stop();
    await database.drop();
    await rm(files, { recursive: true, force: true });
  };
  return { app, address, urls: database.urls, identity, mail, request, close };
}
