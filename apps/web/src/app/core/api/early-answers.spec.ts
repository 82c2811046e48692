import { HttpRequest } from '@angular/common/http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { takeEarlyAnswer } from './early-answers';

const ADDRESS = '/api/v1/reference';

/** An answer of the browser as far as it is read; the test's browser has no `Response`. */
const answer = (ok: boolean): Response =>
  ({
    ...{ ok, status: ok ? 200 : 503, statusText: '', url: ADDRESS },
    headers: new Map([['etag', '"1"']]) as unknown as Headers,
    json: () => Promise.resolve({ states: [] }),
  }) as Response;

const asked = (given: Promise<Response | null>): void => {
  globalThis.enlaceEarly = { language: 'es', answers: new Map([[ADDRESS, given]]) };
};
const request = (headers: Record<string, string> = {}): HttpRequest<unknown> =>
  new HttpRequest<unknown>('GET', ADDRESS).clone({ setHeaders: headers });

describe('What the page asked for before the application came', () => {
  afterEach(() => {
    globalThis.enlaceEarly = undefined;
  });

  it('answers once', async () => {
    asked(Promise.resolve(answer(true)));
    const taken = await takeEarlyAnswer(request({ 'Accept-Language': 'es' }));
    expect(taken?.body).toEqual({ states: [] });
    expect(taken?.headers.get('ETag')).toBe('"1"');
    expect(takeEarlyAnswer(request())).toBeNull();
  });

  it('answers nobody who is signed in, not later either', () => {
    asked(Promise.resolve(answer(true)));
    expect(takeEarlyAnswer(request({ Authorization: 'Bearer x' }))).toBeNull();
    expect(takeEarlyAnswer(request())).toBeNull();
  });

  it('answers no other language', () => {
    asked(Promise.resolve(answer(true)));
    expect(takeEarlyAnswer(request({ 'Accept-Language': 'fr' }))).toBeNull();
  });

  it('answers no write', () => {
    asked(Promise.resolve(answer(true)));
    expect(takeEarlyAnswer(new HttpRequest<unknown>('POST', ADDRESS, {}))).toBeNull();
  });

  it('leaves a failure to be asked again', async () => {
    asked(Promise.resolve(answer(false)));
    await expect(takeEarlyAnswer(request())).resolves.toBeNull();
    asked(Promise.resolve(null));
    await expect(takeEarlyAnswer(request())).resolves.toBeNull();
  });
});
