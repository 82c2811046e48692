import 'reflect-metadata';
import compress from '@fastify/compress';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { protectAnswers } from './answer-headers.js';
import { accessConfig, ConfigError, readPart, serverConfig } from './config/index.js';
import { readStartPage, serveWeb } from './web/index.js';

/** It has no parts of Nest's: only the server below it is used. */
@Module({})
class WebModule {}

/** Serves the screens alone, as a process that knows neither the database nor any secret. */
async function start(): Promise<void> {
  const config = { server: readPart(serverConfig), access: readPart(accessConfig) };
  const { ENLACE_WEB_ROOT: root, PORT, HOST } = config.server;
  if (!root) throw new ConfigError('ENLACE_WEB_ROOT must name the folder of the built web.');
  const page = await readStartPage(root);
  const adapter = new FastifyAdapter({ trustProxy: config.server.ENLACE_TRUSTED_PROXIES });
  const app = await NestFactory.create<NestFastifyApplication>(WebModule, adapter);
  app.enableShutdownHooks();
  await protectAnswers(app, config);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await serveWeb(app, config, root, page);
  await app.listen(PORT, HOST);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
