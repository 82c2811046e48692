import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';

/** Names that the build makes from the content, and that therefore never change it. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** Serves the built web beside the API; addresses of screens get the start page. */
export async function serveWeb(
  app: NestFastifyApplication,
  config: Config,
  root: string,
): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    // The catch-all of the API stays Nest's; only files that exist get a route.
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      void response.header('cache-control', lasting);
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/env.json', async (_request, reply) => {
    await reply.header('cache-control', 'no-cache').send({
      issuer: config.access.IDENTITY_ISSUER,
      clientId: 'enlace-web',
      demo: config.server.ENLACE_DEMO,
    });
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!isNavigation(request.method, request.url, request.headers.accept)) return;
    await reply.sendFile('index.html', root);
  });
}

/** Whether a browser opens the address of a screen. */
function isNavigation(method: string, url: string, accept = ''): boolean {
  const path = url.split('?')[0] ?? '';
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (path === '/api' || path.startsWith('/api/') || path.startsWith('/realms/')) return false;
  return accept.includes('text/html') && !/\.\w+$/.test(join('/', path));
}
