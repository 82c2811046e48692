import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { ProblemCode } from '@enlace/contract';
import { ANONYMOUS_PERMISSIONS, strengthFor, type Permission } from '@enlace/domain';

/** Metadata key of the permission that a route needs. */
export const PERMISSION_KEY = 'enlace:permission';
/** Metadata key of the reason why a route is open to everybody. */
export const OPEN_KEY = 'enlace:open-route';
/** Header that names the organization a request acts for. */
export const ACTING_FOR_HEADER = 'Enlace-Acting-For';

/** Declares the permission of a route: the guard asks for it and the OpenAPI document names it. */
export const RequirePermission = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(PERMISSION_KEY, permission),
    ApiExtension('x-permission', permission),
    ApiExtension('x-sign-in-strength', strengthFor(permission)),
    ApiExtension('x-public', ANONYMOUS_PERMISSIONS.includes(permission)),
    ApiBearerAuth(),
    ApiHeader({
      name: ACTING_FOR_HEADER,
      required: false,
      description: 'Alias of the organization to act for; needed by people of two organizations',
    }),
  );

/** Declares that a route is open without sign-in and without an actor, and why. */
export const OpenRoute = (reason: string): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(OPEN_KEY, reason), ApiExtension('x-open', reason));

/** Problems that a route answers with beside those that follow from what it takes. */
export const MayAnswer = (...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator =>
  ApiExtension('x-problems', codes);
