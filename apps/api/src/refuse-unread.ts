import type { FastifyInstance } from 'fastify';
import { Problem } from './problems/index.js';

/** What a page of any other site may send here without being asked first. */
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;
/** OpenID Connect lets the identity provider send its logout token as a form. */
const TAKES_A_FORM = '/api/v1/session/back-channel-logout';

/** Refuses forms before they are read: nothing but the identity provider sends one. */
export function refuseForms(server: FastifyInstance): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const isForm = FORM.test(request.headers['content-type']?.trim() ?? '');
    const isTaken = request.routeOptions.url === TAKES_A_FORM;
    if (isForm && !isTaken) done(new Problem('media-type-not-supported'));
    else done(null, payload);
  });
}

/** Refuses nobody's large bodies before they are read: only imports and files are allowed more than the rest. */
export function refuseLargeOfNobody(server: FastifyInstance, usual: number): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const takesMore = request.routeOptions.bodyLimit > usual;
    if (takesMore && !request.headers.authorization) done(new Problem('not-signed-in'));
    else done(null, payload);
  });
}
