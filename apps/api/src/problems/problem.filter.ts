import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
      this.log.debug({ requestId: request.id, code: problem.code });
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
}
