import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionResponse } from '@enlace/contract';
import { permissionsOf } from '@enlace/domain';
import { provideTexts } from '../i18n/texts.harness';
import { signInAs, signedOut, unreachable } from './provider.harness';

const ID = '3f0d0d3e-6c5c-4f5e-8a3a-0a4c6d1b2e3f';
const names = { es: 'Uno', en: 'One', pt: 'Um', fr: 'Un' };

const context = (alias: string): SessionResponse['contexts'][number] => ({
  organization: { id: ID, alias, kind: 'state', names, acronym: null, state: 'PAN' },
  timeZone: 'America/Panama',
  functions: ['clearer'],
  permissions: [...permissionsOf('state', ['clearer'])],
  seatPoints: null,
});

const answer = (acting: string | null, aliases: readonly string[]): SessionResponse => ({
  person: { id: ID, username: 'cl.pa', language: 'es' },
  contexts: aliases.map(context),
  acting,
  demo: true,
});

const problem = (code: string, status: number) => ({
  type: `https://enlace.example/problems/${code}`,
  title: code,
  status,
  reference: 'r-1',
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

const setUp = async () => {
  const { authInterceptor } = await import('./auth-interceptor');
  const { Session } = await import('./session');
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([authInterceptor])),
      provideHttpClientTesting(),
      provideTexts(),
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
  return { session: TestBed.inject(Session), server: TestBed.inject(HttpTestingController) };
};

describe('Session', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('gives the public what the public may do', async () => {
    signedOut();
    const { session } = await setUp();
    await session.start();
    expect(session.signedIn()).toBe(false);
    expect(session.known()).toBe(true);
    expect(session.can('arrivals.read-overview')).toBe(true);
    expect(session.can('desk.read')).toBe(false);
  });

  it('acts for the first of two organizations when none was named', async () => {
    signInAs('token');
    const { session, server } = await setUp();
    const started = session.start();
    await settled();
    server.expectOne('/api/v1/session').flush(answer(null, ['pan-one', 'pan-two']));
    await settled();
    const second = server.expectOne('/api/v1/session');
    expect(second.request.headers.get('Enlace-Acting-For')).toBe('pan-one');
    second.flush(answer('pan-one', ['pan-one', 'pan-two']));
    await started;
    expect(session.acting()?.organization.alias).toBe('pan-one');
    expect(session.can('arrivals.clear')).toBe(true);
    expect(session.can('arrivals.enter')).toBe(false);
  });

  it('forgets a remembered organization that is no longer theirs', async () => {
    signInAs('token');
    localStorage.setItem('enlace.acting', 'left-long-ago');
    const { session, server } = await setUp();
    const started = session.start();
    await settled();
    const first = server.expectOne('/api/v1/session');
    expect(first.request.headers.get('Enlace-Acting-For')).toBe('left-long-ago');
    first.flush(problem('acting-organization-refused', 403), {
      status: 403,
      statusText: 'Forbidden',
    });
    await settled();
    const second = server.expectOne('/api/v1/session');
    expect(second.request.headers.has('Enlace-Acting-For')).toBe(false);
    second.flush(answer('pan-one', ['pan-one']));
    await started;
    expect(session.signedIn()).toBe(true);
  });

  it('asks again where there was no answer the first time', async () => {
    unreachable();
    const { session, server } = await setUp();
    await session.start();
    expect(session.signedIn()).toBe(false);
    signInAs('token');
    const started = session.start();
    await settled();
    server.expectOne('/api/v1/session').flush(answer('pan-one', ['pan-one']));
    await started;
    expect(session.signedIn()).toBe(true);
  });

  it('signs out where the browser neither lists nor has databases', async () => {
    signInAs('token');
    const { session, server } = await setUp();
    const started = session.start();
    await settled();
    server.expectOne('/api/v1/session').flush(answer('pan-one', ['pan-one']));
    await started;
    localStorage.setItem('enlace.acting', 'pan-one');
    // jsdom has no IndexedDB at all, which is the worst that a browser can do.
    expect('indexedDB' in globalThis).toBe(false);
    await session.signOut();
    expect(localStorage.getItem('enlace.acting')).toBe(null);
  });
});
