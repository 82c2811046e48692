import type { Params } from 'nestjs-pino';
import type { Config } from './config/index.js';

/** Logs one line a request, with the person whose token it carried: no headers, no query, no body, so that neither tokens nor people get in. */
export const loggingOf = ({ server }: Config): Params => ({
  pinoHttp: {
    level: server.LOG_LEVEL,
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.split('?')[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customProps: ({ enlacePerson }) => (enlacePerson ? { person: enlacePerson } : {}),
    redact: ['req.headers', 'res.headers', '*.authorization', '*.cookie', '*.password'],
    autoLogging: { ignore: (request) => request.url?.startsWith('/api/health') ?? false },
  },
});
