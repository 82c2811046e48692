export { AccessModule } from './access.module.js';
export { acting } from './acting-actor.js';
export type { ActingActor, ActingOrganization, Actor } from './actor.js';
export { asPublic } from './as-public.js';
export { ActorContexts, type ActorContext } from './actor-contexts.js';
export { CurrentActor } from './actor.decorator.js';
export {
  createOnce,
  Idempotent,
  idempotentRequest,
  type IdempotentRequest,
} from './idempotency.js';
export { IfMatch, ifMatch, IfMatchOrNone, ifMatchOrNone, requireVersion } from './if-match.js';
export { MayAnswer, OpenRoute, RequirePermission } from './permission.decorator.js';
export { SessionEnds } from './session-ends.js';
export type { SignIn } from './sign-in.js';
export { RateLimits } from './rate-limits.js';
