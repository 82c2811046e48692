export { AccessModule } from './access.module.js';
export { acting } from './acting-actor.js';
export type { ActingActor, ActingOrganization, Actor } from './actor.js';
export type { ActorContext } from './actor-contexts.js';
export { actorOf, CurrentActor } from './actor.decorator.js';
export {
  createOnce,
  Idempotent,
  idempotentRequest,
  type IdempotentRequest,
} from './idempotency.js';
export { IfMatch, ifMatch, requireVersion } from './if-match.js';
export {
  ACTING_FOR_HEADER,
  OPEN_KEY,
  MayAnswer,
  OpenRoute,
  PERMISSION_KEY,
  RequirePermission,
} from './permission.decorator.js';
export { RateLimits } from './rate-limits.js';
export type { SignIn } from './sign-in.js';
export { recordEtag } from './record-etag.js';
