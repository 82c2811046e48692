import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { CancelImport } from './cancel-import.js';
import { DryRunImport } from './dry-run-import.js';
import { ImportProgress } from './import-progress.js';
import { ImportRunner } from './import-runner.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { StartImport } from './start-import.js';

/** A file of 16 million characters, in JSON. */
const FILE_LIMIT = 20 * 1024 * 1024;
const FILE_ROUTES = /\/v1\/arrivals\/imports(\/dry-run)?\/?$/;

/** The server that the routes will be registered on; the command line has none. */
const serverOf = (host: {
  readonly httpAdapter?: { getInstance(): FastifyInstance };
}): FastifyInstance | undefined => host.httpAdapter?.getInstance();

/** Imports of files; the two routes that take one have a body limit of their own. */
@Module({
  controllers: [ImportsController],
  providers: [
    ...[DryRunImport, StartImport, CancelImport],
    ...[ImportRunner, ImportProgress, ImportsRepository],
  ],
  exports: [DryRunImport, StartImport, ImportsRepository],
})
export class ImportsModule {
  constructor(host: HttpAdapterHost) {
    serverOf(host)?.addHook('onRoute', (route) => {
      if (FILE_ROUTES.test(route.url)) route.bodyLimit = FILE_LIMIT;
    });
  }
}
