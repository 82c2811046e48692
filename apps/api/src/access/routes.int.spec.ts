import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERMISSIONS } from '@enlace/domain';
import { startTestApi, type TestApi } from '../app.harness.js';
import { ConfigModule } from '../config/index.js';
import { DatabaseModule } from '../database/index.js';
import { ProblemFilter } from '../problems/index.js';
import { AccessModule } from './access.module.js';
import { OPEN_KEY, OpenRoute, PERMISSION_KEY } from './permission.decorator.js';

interface Route {
  readonly name: string;
  readonly permission: unknown;
  readonly open: unknown;
}

type Handler = (...given: never[]) => unknown;

/** Every handler of every controller that Nest answers a route with, and what it declares. */
function routesOf(app: INestApplication): Route[] {
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, Handler>;
      const declared = (key: string, handler: Handler): unknown =>
        Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype);
      return Object.getOwnPropertyNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        if (name === 'constructor' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        return {
          name: `${metatype.name}.${name}`,
          permission: declared(PERMISSION_KEY, handler),
          open: declared(OPEN_KEY, handler),
        };
      });
    });
}

const undeclared = (app: INestApplication): string[] =>
  routesOf(app)
    .filter(({ permission, open }) => !permission && !open)
    .map(({ name }) => name);

@Controller('test')
class ForgetfulController {
  @Get('forgotten')
  forgotten(): string {
    return 'a secret';
  }

  @Get('open')
  @OpenRoute('A route beside it that declares itself')
  open(): string {
    return 'for everybody';
  }
}

@Module({
  imports: [ConfigModule, DatabaseModule, AccessModule, DiscoveryModule],
  controllers: [ForgetfulController],
})
class ForgetfulModule {}

let api: TestApi;
let forgetful: NestFastifyApplication;

beforeAll(async () => {
  api = await startTestApi();
  forgetful = await NestFactory.create<NestFastifyApplication>(
    ForgetfulModule,
    new FastifyAdapter(),
    Object.assign(new NestApplicationContextOptions(), { logger: false }),
  );
  forgetful.useGlobalFilters(new ProblemFilter());
  await forgetful.init();
}, 60_000);

afterAll(async () => {
  await forgetful.close();
  await api.close();
});

describe('the routes of the application', () => {
  it('each declare a permission, or that they are open and why', () => {
    expect(routesOf(api.app).length).toBeGreaterThan(30);
    expect(undeclared(api.app)).toEqual([]);
  });

  it('declare one of the two, and a permission of the table', () => {
    const odd = routesOf(api.app).filter(({ permission, open }) =>
      open === undefined
        ? !PERMISSIONS.some((known) => known === permission)
        : permission !== undefined || typeof open !== 'string' || open === '',
    );
    expect(odd).toEqual([]);
  });

  it('are open only where nobody could have signed in yet', () => {
    const open = routesOf(api.app).filter((route) => route.open !== undefined);
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'BackChannelLogoutController.end',
      'HealthController.live',
      'HealthController.ready',
      'MetricsController.read',
      'OpenApiController.document',
    ]);
  });
});

describe('a route that declares nothing', () => {
  const get = async (url: string, token?: string): Promise<{ status: number; text: string }> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await forgetful.inject({ method: 'GET', url, headers });
    return { status: answer.statusCode, text: answer.body };
  };

  it('is named by the check above', () => {
    expect(undeclared(forgetful)).toEqual(['ForgetfulController.forgotten']);
  });

  it('is refused to everybody, signed in or not', async () => {
    for (const token of [undefined, await api.identity.token('nc.pa')]) {
      const { status, text } = await get('/test/forgotten', token);
      expect(status).toBe(403);
      expect(JSON.parse(text)).toMatchObject({ type: '/problems/not-permitted', status: 403 });
      expect(text).not.toContain('secret');
    }
  });

  it('does not close the declared one beside it', async () => {
    expect(await get('/test/open')).toEqual({ status: 200, text: 'for everybody' });
  });
});
