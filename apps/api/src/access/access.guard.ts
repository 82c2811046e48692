import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ANONYMOUS_PERMISSIONS,
  isStrongEnough,
  permissionsOf,
  type Permission,
} from '@enlace/domain';
import { Config } from '../config/index.js';
import { Problem, readerLanguage } from '../problems/index.js';
import type { Actor } from './actor.js';
import { ActorContexts, type ActorContext, type KnownPerson } from './actor-contexts.js';
import { ACTING_FOR_HEADER, OPEN_KEY, PERMISSION_KEY } from './permission.decorator.js';
import type {} from './request.js';
import { RateLimits } from './rate-limits.js';
import type { SignIn } from './sign-in.js';
import { TokenVerifier } from './token-verifier.js';

/** Token -> actor, then the declared permission; a route that declares nothing is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly contexts: ActorContexts,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string | undefined>(OPEN_KEY, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(
      PERMISSION_KEY,
      targets,
    );
    if (!permission) throw new Problem('not-permitted');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    request.actor = await this.actorFor(request, permission);
    refuseWithout(request.actor, permission);
    this.refuseTooWeak(request, permission);
    setCaching(reply, request.actor);
    return true;
  }

  /** The one place that asks for a code, and only where this installation wants one at all. */
  private refuseTooWeak({ signIn }: FastifyRequest, permission: Permission): void {
    if (!this.config.access.ENLACE_STRONG_SIGN_IN) return;
    if (!isStrongEnough(signIn?.strength ?? 'password', permission))
      throw new Problem('stronger-sign-in-required');
  }

  private async actorFor(request: FastifyRequest, permission: Permission): Promise<Actor> {
    const token = bearerOf(request);
    const isPublic = ANONYMOUS_PERMISSIONS.includes(permission);
    if (!token) {
      if (isPublic) return anonymous(request);
      throw new Problem('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
    }
    const signIn = await this.tokens.verify(token);
    request.raw.enlacePerson = signIn.personId;
    this.limits.spendAccount(signIn.personId);
    request.signIn = signIn;
    request.ownLanguage = signIn.language;
    const person = await this.contexts.of(signIn);
    if (!person) {
      // Signing in never takes away what the public may do.
      if (isPublic) return anonymous(request);
      throw new Problem('not-admitted');
    }
    request.contexts = person.contexts;
    request.ownLanguage = person.person.language;
    return actorOf(request, signIn, person, actingContext(request, person.contexts, permission));
  }
}

const IS_IT = /^authorization$/i;

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  const sent = request.raw.rawHeaders.filter((name, index) => index % 2 === 0 && IS_IT.test(name));
  // Of two, another part of the way might have read the other one.
  if (sent.length > 1)
    throw new Problem('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
  if (header === undefined) return null;
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (!token) throw new Problem('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
  return token;
}

function actingContext(
  request: FastifyRequest,
  contexts: readonly ActorContext[],
  permission: Permission,
): ActorContext | null {
  const named = request.headers[ACTING_FOR_HEADER.toLowerCase()];
  if (named !== undefined) {
    const found = contexts.find(({ organization }) => organization.alias === named);
    if (!found) throw new Problem('acting-organization-refused');
    return found;
  }
  const [only, ...more] = contexts;
  if (only && more.length === 0) return only;
  // The session tells a person of two organizations which ones there are.
  if (permission === 'session.read') return null;
  throw new Problem('acting-organization-required');
}

const common = (request: FastifyRequest): Pick<Actor, 'language' | 'requestId'> => ({
  language: readerLanguage(request.headers['accept-language'], request.ownLanguage),
  requestId: request.id,
});

const anonymous = (request: FastifyRequest): Actor => ({
  ...common(request),
  personId: null,
  organization: null,
  functions: [],
  // Token 1 is "everyone"; see the migration that makes the readers.
  readers: [PUBLIC_READER],
  firewall: [],
  seatPoints: null,
});

/** The audience token that stands for everyone. */
export const PUBLIC_READER = 1;

const actorOf = (
  request: FastifyRequest,
  signIn: SignIn,
  person: KnownPerson,
  context: ActorContext | null,
): Actor => ({
  ...common(request),
  personId: signIn.personId,
  organization: context?.organization ?? null,
  functions: context?.functions ?? [],
  readers: context?.readers ?? [PUBLIC_READER],
  firewall: person.firewall,
  seatPoints: context?.seatPoints ?? null,
});

function refuseWithout(actor: Actor, permission: Permission): void {
  // Reached without an organization: the public's acts, and the session of a person of two.
  if (!actor.organization) return;
  const { kind } = actor.organization;
  if (!permissionsOf(kind, actor.functions).includes(permission))
    throw new Problem('not-permitted');
}

function setCaching(reply: FastifyReply, actor: Actor): void {
  void reply.header('vary', 'Authorization, Enlace-Acting-For, Accept-Language');
  // The public's answers change by the minute at most; they too are asked again each time.
  void reply.header('cache-control', actor.personId === null ? 'no-cache' : 'no-store');
}
