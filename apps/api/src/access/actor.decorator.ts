import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** The actor that the access guard made for this request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return actorOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** The actor of a request that passed the access guard; throws where none was made. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('This route asks for an actor but declares no permission.');
  return request.actor;
}
