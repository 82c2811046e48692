import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { machineFaults, STATE_MACHINES } from '@enlace/domain';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { RateLimits } from './access/index.js';
import { BARE_HEADERS, protectAnswers } from './answer-headers.js';
import { AppModule } from './app.module.js';
import { Config, readConfig } from './config/index.js';
import { Metrics } from './metrics/index.js';
import { takeFiles } from './files/index.js';
import { answerUnread, InputPipe, Problem, ProblemFilter } from './problems/index.js';
import { refuseForms, refuseLargeOfNobody } from './refuse-unread.js';
import { readStartPage, serveWeb } from './web/index.js';

const BODY_LIMIT = 1024 * 1024;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Longer than any that the screens make, with every filter set. */
const LONGEST_ADDRESS = 8192;

const adapter = (filter: ProblemFilter, trustedProxies: string): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    // A token that is far too long is refused as a token, not by closing the line.
    // Who sends a line at a time holds one for seconds, not for a minute.
    http: { maxHeaderSize: 98_304, headersTimeout: 15_000, connectionsCheckingInterval: 5000 },
    // Both come before there is a route, and therefore before any hook.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(BARE_HEADERS);
      filter.answer(error, request, reply);
    },
    clientErrorHandler: answerUnread,
    // Only the proxy in front may say on whose behalf it asks.
    trustProxy: trustedProxies,
    genReqId: ({ headers }: IncomingMessage) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });

/** A machine with a state that nobody reaches, or that is none, must not serve a single request. */
function checkMachines(): void {
  const faults = STATE_MACHINES.flatMap(machineFaults);
  if (faults.length > 0) throw new Error(`State machines are unsound: ${faults.join('; ')}`);
}

/** The application with everything around the routes, not yet listening. */
export async function createApp(): Promise<NestFastifyApplication> {
  checkMachines();
  const filter = new ProblemFilter();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule,
    adapter(filter, readConfig().server.ENLACE_TRUSTED_PROXIES),
    Object.assign(new NestApplicationContextOptions(), { bufferLogs: true, abortOnError: false }),
  );
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(filter);
  app.enableShutdownHooks();
  await prepareServer(app, filter);
  return app;
}

async function prepareServer(app: NestFastifyApplication, filter: ProblemFilter): Promise<void> {
  const config = app.get(Config);
  const limits = app.get(RateLimits);
  const server = app.getHttpAdapter().getInstance();
  // First, so that an answer that a later hook gives has them too.
  await protectAnswers(app, config);
  server.setErrorHandler((error, request, reply) => {
    filter.answer(error, request, reply);
  });
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.length > LONGEST_ADDRESS) throw new Problem('address-too-long');
    if (!request.url.startsWith('/api/')) return;
    if (request.url.startsWith('/api/health/')) return;
    limits.spendAddress(request.ip);
  });
  refuseForms(server);
  refuseLargeOfNobody(server, BODY_LIMIT);
  takeFiles(server);
  app.get(Metrics).watch(server);
  const root = config.server.ENLACE_WEB_ROOT;
  const page = root ? await readStartPage(root) : null;
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  if (root && page) await serveWeb(app, config, root, page);
}
