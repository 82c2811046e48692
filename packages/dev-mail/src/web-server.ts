import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReceivedMail } from './mail-server.js';
import { listPage, mailPage } from './pages.js';

const CONTENT_SECURITY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': CONTENT_SECURITY,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function show(mails: readonly ReceivedMail[], path: string, response: ServerResponse): void {
  if (path === '/dev/mails') {
    answer(response, 200, 'text/html', listPage(mails));
    return;
  }
  if (path === '/dev/mails.json') {
    answer(response, 200, 'application/json', JSON.stringify(mails));
    return;
  }
  const [, id, html] = /^\/dev\/mails\/([\w-]+?)(\.html)?$/.exec(path) ?? [];
  const mail = mails.find((one) => one.id === id);
  if (!mail) answer(response, 404, 'text/plain', 'There is no such mail.');
  else answer(response, 200, 'text/html', html ? mail.html : mailPage(mail));
}

/** Shows mails at /dev/mails on a port of the loopback. */
export async function startMailPages(
  mails: readonly ReceivedMail[],
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    show(mails, new URL(request.url ?? '/', 'http://localhost').pathname, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
