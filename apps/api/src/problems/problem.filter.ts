import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { asProblem } from './as-problem.js';
import { problemDocumentOf } from './problem-document.js';
import { readerLanguage } from './reader-language.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of the signed-in person, for readers who ask for none. */
    ownLanguage?: Language | null;
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    /** The person of the verified token, for the log. */
    enlacePerson?: string;
  }
}

/** Refusals that an operator looks at: of tokens, of functions, and of who asks too often. */
const OF_ACCESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-signed-in',
  'not-admitted',
  'not-permitted',
  'acting-organization-refused',
  'stronger-sign-in-required',
  'too-many-requests',
]);

/** Turns every error into `application/problem+json`; the only place that logs errors. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also Fastify's own error handler calls this, for errors before Nest. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = asProblem(error);
    if (problem.status >= 500) {
      this.log.error({ requestId: request.id, code: problem.code, err: problem.options.cause });
    } else {
      this.tell(problem.code, request);
    }
    if (reply.sent) return;
    const language = readerLanguage(request.headers['accept-language'], request.ownLanguage);
    void reply
      .status(problem.status)
      .headers({ ...problem.options.headers })
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .header('vary', 'Accept-Language, Authorization, Enlace-Acting-For')
      .send(JSON.stringify(problemDocumentOf(problem, language, request.id)));
  }

  /** Who was refused what, and from where: somebody may be trying what they may not. */
  private tell(code: ProblemCode, request: FastifyRequest): void {
    const person = request.raw.enlacePerson ?? null;
    const line = { requestId: request.id, code, person, address: request.ip };
    if (OF_ACCESS.has(code)) this.log.warn(line);
    else this.log.log(line);
  }
}
