import type { HttpRequest } from '@angular/common/http';
import { HttpHeaders, HttpResponse } from '@angular/common/http';

/** What `public/first.js` began to read before the application came. */
interface EarlyAnswers {
  readonly language: string;
  readonly answers: Map<string, Promise<Response | null>>;
}

declare global {
  var enlaceEarly: EarlyAnswers | undefined;
}

/**
 * Takes over the answer that the page already asked for, once; null where there is none for this
 * request. What was asked for nobody in one language never answers a signed-in person or another
 * language, and one that failed is asked for again.
 */
export const takeEarlyAnswer = (
  request: HttpRequest<unknown>,
): Promise<HttpResponse<unknown> | null> | null => {
  const early = globalThis.enlaceEarly;
  if (early === undefined || request.method !== 'GET') return null;
  const answer = takeEarly(request.urlWithParams);
  const language = request.headers.get('Accept-Language') ?? early.language;
  if (answer === null || request.headers.has('Authorization')) return null;
  return language === early.language ? answer.then(asAnswer).catch(() => null) : null;
};

/** Takes over what was asked of an address, once; null where nothing was. */
export const takeEarly = (address: string): Promise<Response | null> | null => {
  const answers = globalThis.enlaceEarly?.answers;
  const answer = answers?.get(address) ?? null;
  answers?.delete(address);
  return answer;
};

const asAnswer = async (answer: Response | null): Promise<HttpResponse<unknown> | null> => {
  if (!answer?.ok) return null;
  const body: unknown = await answer.json();
  const { status, statusText, url } = answer;
  return new HttpResponse({ body, status, statusText, url, headers: headersOf(answer) });
};

const headersOf = (answer: Response): HttpHeaders => {
  const values: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    values[name] = value;
  });
  return new HttpHeaders(values);
};
