import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/index.js';
import { FRAMED_PAGE, pagePolicies } from './page-policy.js';
import type { StartPage } from './start-page.js';

/** Names that the build makes from the content, and that therefore never change it. */
const HASHED = /-[\w-]{8}\.\w+(\.br)?$/;

const HTML = /\.html(\.br)?$/;

/** Serves the built web beside the API; addresses of screens get the start page. */
export async function serveWeb(
  app: NestFastifyApplication,
  config: Pick<Config, 'access' | 'server'>,
  root: string,
  page: StartPage,
): Promise<void> {
  const policies = pagePolicies(config, page.scripts);
  await app.register(fastifyStatic, {
    root,
    // The catch-all of the API stays Nest's; only files that exist get a route.
    wildcard: false,
    index: false,
    cacheControl: false,
    // The build leaves a smaller twin beside each file, better packed than there is time for here.
    preCompressed: true,
    setHeaders: (response, path) => {
      const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      void response.header('cache-control', lasting);
      if (path.includes(FRAMED_PAGE)) {
        void response.header('content-security-policy', policies.framed);
        void response.header('x-frame-options', 'SAMEORIGIN');
      } else if (HTML.test(path)) void response.header('content-security-policy', policies.page);
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/env.json', async (_request, reply) => {
    await reply.header('cache-control', 'no-cache').send({
      issuer: config.access.IDENTITY_ISSUER,
      clientId: config.access.IDENTITY_CLIENT,
      demo: config.server.ENLACE_DEMO,
    });
  });
  const policy = { 'content-security-policy': policies.page };
  server.addHook('onRequest', async (request, reply) => {
    if (!isNavigation(request.method, request.url, request.headers.accept)) return;
    const { html, brotli, etag } = page.at(request.url.split('?')[0] ?? '');
    void reply.headers({ 'cache-control': 'no-cache', vary: 'accept-encoding', etag, ...policy });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    void reply.type('text/html; charset=utf-8');
    if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(html);
    return reply.header('content-encoding', 'br').send(brotli);
  });
}

/** Whether a browser opens the address of a screen. */
function isNavigation(method: string, url: string, accept = ''): boolean {
  const path = url.split('?')[0] ?? '';
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (path === '/api' || path.startsWith('/api/') || path.startsWith('/realms/')) return false;
  return accept.includes('text/html') && !/\.\w+$/.test(join('/', path));
}
