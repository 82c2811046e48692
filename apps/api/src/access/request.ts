import type { Actor } from './actor.js';
import type { SignIn } from './sign-in.js';
import type { ActorContext } from './actor-contexts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Made by the access guard on every route that declares a permission. */
    actor?: Actor;
    /** What the verified token says; absent without one. */
    signIn?: SignIn;
    /** Every organization the signed-in person may act for. */
    contexts?: readonly ActorContext[];
  }
}
