import { Agent, createServer, request as httpRequest } from 'node:http';
import { UserError } from './user-error.mjs';

/** As long as the API takes them. */
const LIMITS = { maxHeaderSize: 98_304 };
/** Headers that belong to one connection and are not passed on. */
const HOP = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade'];

function endToEnd(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.includes(name)));
}

function refuse(response, status, title) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  return response.end(JSON.stringify({ type: 'about:blank', title, status }));
}

function forward(agent, port, origin, incoming, outgoing) {
  const headers = endToEnd(incoming.headers);
  // Two of them are for the API to refuse, not for Node to choose from.
  const { authorization } = incoming.headersDistinct;
  if (authorization) headers.authorization = authorization;
  headers['x-forwarded-for'] = incoming.socket.remoteAddress ?? '';
  headers['x-forwarded-proto'] = 'http';
  headers['x-forwarded-host'] = new URL(origin).host;
  const passed = httpRequest(
    { agent, host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
    (answer) => {
      // Who asks for the end of a connection means its own as well: the line may be lost otherwise.
      if (answer.headers.connection === 'close') outgoing.shouldKeepAlive = false;
      outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      // Server-sent events must leave at once, their headers included.
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    },
  );
  passed.on('error', () =>
    refuse(outgoing, 502, 'The service behind this address does not answer.'),
  );
  outgoing.on('close', () => passed.destroy());
  incoming.pipe(passed);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
}

/** Which part answers an address; the mails' page exists only where their catcher runs. */
function partFor(url, targets) {
  // Keycloak's pages bring their styles along; its console and its other realm stay inside.
  if (/^\/(realms\/enlace|resources)(?=[/?]|$)/.test(url)) return 'identity';
  return targets.mail && /^\/dev\/mails\b/.test(url) ? 'mail' : 'api';
}

/**
 * One origin for everything: the realm goes to the identity provider, all else to the API. Ports may be
 * set later; until then it answers 503. Throws one sentence when the port is taken.
 */
export async function openGateway(port, origin) {
  const targets = { api: 0, identity: 0, mail: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const handle = (incoming, outgoing) => {
    const target = targets[partFor(incoming.url ?? '/', targets)];
    if (target) forward(agent, target, origin, incoming, outgoing);
    else refuse(outgoing, 503, 'Enlace is starting.');
  };
  const servers = [createServer(LIMITS, handle), createServer(LIMITS, handle)];
  // `localhost` is either of the two addresses; a machine without IPv6 has only the first.
  for (const [index, host] of ['127.0.0.1', '::1'].entries()) {
    try {
      await listen(servers[index], port, host);
    } catch (error) {
      if (index === 1 && error.code !== 'EADDRINUSE') continue;
      for (const server of servers) server.close();
      if (error.code === 'EADDRINUSE') {
        throw new UserError(
          `Port ${port} is taken: stop what uses it, or choose another with --port.`,
        );
      }
      if (error.code === 'EACCES') {
        throw new UserError(
          `Port ${port} may not be used by this user: choose another with --port.`,
        );
      }
      throw error;
    }
  }
  const close = () => {
    agent.destroy();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { targets, close };
}
