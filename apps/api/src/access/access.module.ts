import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ActorContexts } from './actor-contexts.js';
import { RateLimits } from './rate-limits.js';
import { SessionEnds } from './session-ends.js';
import { TokenVerifier } from './token-verifier.js';

/** Guards every route of the application. */
@Global()
@Module({
  providers: [
    TokenVerifier,
    ActorContexts,
    RateLimits,
    SessionEnds,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [ActorContexts, RateLimits, SessionEnds],
})
export class AccessModule {}
