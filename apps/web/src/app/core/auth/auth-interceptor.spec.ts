import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { provideTexts } from '../i18n/texts.harness';
import { Language } from '../i18n/language';
import { ActingChoice } from './acting-choice';
import { goAway, signInAs, signedOut } from './provider.harness';

const begin = (): { http: HttpClient; server: HttpTestingController } => ({
  http: TestBed.inject(HttpClient),
  server: TestBed.inject(HttpTestingController),
});
/** The token is asked for first, so that the request leaves a few turns later. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

const setUp = async () => {
  const { authInterceptor } = await import('./auth-interceptor');
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([authInterceptor])),
      provideHttpClientTesting(),
      provideTexts(),
    ],
  });
  TestBed.inject(Language).use('pt');
};

describe('authInterceptor', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('names only the language of an anonymous visitor', async () => {
    signedOut();
    await setUp();
    TestBed.inject(ActingChoice).choose('pan-migracion');
    const { http, server } = begin();
    void firstValueFrom(http.get('/api/v1/reference'));
    await settled();
    const { request } = server.expectOne('/api/v1/reference');
    expect(request.headers.get('Accept-Language')).toBe('pt');
    expect(request.headers.has('Authorization')).toBe(false);
    expect(request.headers.has('Enlace-Acting-For')).toBe(false);
  });

  it('adds the token and the organization, and never to another address', async () => {
    signInAs('token-of-panama');
    await setUp();
    TestBed.inject(ActingChoice).choose('pan-migracion');
    const { http, server } = begin();
    void firstValueFrom(http.get('/api/v1/desk'));
    void firstValueFrom(http.get('/i18n/pt.json'));
    await settled();
    const own = server.expectOne('/api/v1/desk').request;
    expect(own.headers.get('Authorization')).toBe('Bearer token-of-panama');
    expect(own.headers.get('Enlace-Acting-For')).toBe('pan-migracion');
    const texts = server.expectOne('/i18n/pt.json').request;
    expect(texts.headers.keys()).toEqual([]);
  });

  it('does not wait for who asks where the public may read too, and names them once it is known', async () => {
    signInAs('token-of-panama');
    await setUp();
    TestBed.inject(ActingChoice).choose('pan-migracion');
    const { openRead } = await import('./open-read');
    const { http, server } = begin();
    void firstValueFrom(http.get('/api/v1/reference', { context: openRead() }));
    void firstValueFrom(http.get('/api/v1/desk'));
    // Three turns are fewer than the provider needs to answer.
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    const early = server.expectOne('/api/v1/reference').request;
    expect(early.headers.get('Accept-Language')).toBe('pt');
    expect(early.headers.has('Authorization')).toBe(false);
    expect(early.headers.has('Enlace-Acting-For')).toBe(false);
    server.expectNone('/api/v1/desk');
    await settled();
    server.expectOne('/api/v1/desk');
    void firstValueFrom(http.get('/api/v1/reference', { context: openRead() }));
    await settled();
    const late = server.expectOne('/api/v1/reference').request;
    expect(late.headers.get('Authorization')).toBe('Bearer token-of-panama');
  });

  it('asks to sign in again when the server refuses a token that it sent', async () => {
    signInAs('old-token');
    await setUp();
    const { Identity } = await import('./identity');
    const { http, server } = begin();
    const answer = firstValueFrom(http.get('/api/v1/desk')).catch(() => 'refused');
    await settled();
    server.expectOne('/api/v1/desk').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(await answer).toBe('refused');
    expect(TestBed.inject(Identity).stale()).toBe(true);
  });

  it('says that the server cannot be reached, not that the session is over, while the provider is away', async () => {
    signInAs('token-of-panama');
    await setUp();
    const { Identity } = await import('./identity');
    const { OfflineError } = await import('../api/problem-error');
    const { http, server } = begin();
    goAway();
    await expect(firstValueFrom(http.get('/api/v1/desk'))).rejects.toBeInstanceOf(OfflineError);
    server.expectNone('/api/v1/desk');
    expect(TestBed.inject(Identity).stale()).toBe(false);
    // It is back: nobody has to sign in again.
    signInAs('token-of-panama');
    const answer = firstValueFrom(http.get('/api/v1/desk'));
    await settled();
    server.expectOne('/api/v1/desk').flush('here');
    expect(await answer).toBe('here');
  });
});
