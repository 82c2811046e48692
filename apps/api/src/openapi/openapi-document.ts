import type { INestApplication } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ifMatch, ifMatchOrNone, idempotentRequest } from '../access/index.js';
import {
  problemAnswers,
  problemSchema,
  problemsOf,
  type HandlerTraits,
  type Operation,
} from './problem-answers.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const NO_TRAITS: HandlerTraits = {
  needsVersion: false,
  takesVersion: false,
  isIdempotent: false,
};

interface ArgumentMetadata {
  readonly factory?: unknown;
}

/** What each handler takes, by its operation's id, read from the parameter decorators themselves. */
function traitsByOperation(app: INestApplication): Map<string, HandlerTraits> {
  const traits = new Map<string, HandlerTraits>();
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as object;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const given = Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, name) as
        Record<string, ArgumentMetadata> | undefined;
      const factories = Object.values(given ?? {}).map(({ factory }) => factory);
      traits.set(`${metatype.name}_${name}`, {
        needsVersion: factories.includes(ifMatch),
        takesVersion: factories.includes(ifMatchOrNone),
        isIdempotent: factories.includes(idempotentRequest),
      });
    }
  }
  return traits;
}

const header = (name: string, description: string, required = true): object => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

function complete(path: string, operation: Operation, traits: HandlerTraits): void {
  operation.parameters ??= [];
  if (traits.needsVersion) {
    operation.parameters.push(header('If-Match', 'The ETag of the version to change, in quotes'));
  }
  if (traits.takesVersion) {
    const description = 'The ETag of the version to change, in quotes; none to make the first';
    operation.parameters.push(header('If-Match', description, false));
  }
  if (traits.isIdempotent) {
    operation.parameters.push(
      header('Idempotency-Key', 'Of the sender’s choice; a retry with it makes nothing twice'),
    );
  }
  // A token is believed or refused where one is shown, and none is needed.
  if (operation['x-public'] === true) operation.security = [...(operation.security ?? []), {}];
  const problems = problemsOf(path, operation, traits);
  operation['x-problems'] = problems;
  Object.assign(operation.responses, problemAnswers(problems));
}

/** The OpenAPI 3.1 document of every route: schemas, permission, and the problems it answers with. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Enlace')
    .setDescription('Follow-up of the San José 2009 recommendations')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const traits = traitsByOperation(app);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      complete(path, operation, traits.get(operation.operationId ?? '') ?? NO_TRAITS);
    }
  }
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Problem: problemSchema(),
  };
  return document;
}
