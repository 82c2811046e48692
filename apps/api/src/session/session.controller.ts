import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { permissionsOf } from '@enlace/domain';
import { sessionResponse, type SessionResponse } from '@enlace/contract';
import { CurrentActor, RequirePermission, type Actor, type ActorContext } from '../access/index.js';
import { Config } from '../config/index.js';

const contextAnswer = ({
  organization,
  functions,
  seatPoints,
}: ActorContext): SessionResponse['contexts'][number] => ({
  organization: {
    id: organization.id,
    alias: organization.alias,
    kind: organization.kind,
    names: organization.names,
    acronym: organization.acronym,
    state: organization.stateCode,
  },
  timeZone: organization.timeZone,
  functions,
  permissions: [...permissionsOf(organization.kind, functions)],
  seatPoints,
});

/** Who is signed in, and for whom they may act. */
@Controller('v1/session')
export class SessionController {
  constructor(private readonly config: Config) {}

  @Get()
  @RequirePermission('session.read')
  @ApiOkResponse({ standardSchema: sessionResponse })
  read(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): SessionResponse {
    return {
      person: {
        id: actor.personId ?? '',
        username: request.signIn?.username ?? '',
        language: request.ownLanguage ?? actor.language,
      },
      contexts: (request.contexts ?? []).map(contextAnswer),
      acting: actor.organization?.alias ?? null,
      demo: this.config.server.ENLACE_DEMO,
    };
  }
}
