import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionResponse } from '@enlace/contract';
import { sessionResponse } from '@enlace/contract';
import type { Permission } from '@enlace/domain';
import { ANONYMOUS_PERMISSIONS } from '@enlace/domain';
import { Api } from '../api/api';
import { ProblemError } from '../api/problem-error';
import { Language } from '../i18n/language';
import { ActingChoice } from './acting-choice';
import { eraseDeviceStorage } from './device-storage';
import { signedInJustNow } from './forget-sign-in-answer';
import { Identity } from './identity';

/** One organization the person may act for, with what they may do there. */
export type ActingContext = SessionResponse['contexts'][number];

/** Who is signed in and for whom they act; null everywhere for the public. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly identity = inject(Identity);
  private readonly choice = inject(ActingChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly answer = signal<SessionResponse | null>(null);
  private readonly started = signal(false);
  private readonly remembered = this.choice.current() !== null;
  private starting: Promise<void> | null = null;

  readonly session = this.answer.asReadonly();
  /** Whether it is known if somebody is signed in. */
  readonly known = this.started.asReadonly();
  /**
   * Whether open pages may be read now: it is known who asks, or nothing on this device says that
   * somebody signed in here. What is read before a session is found is read again for it.
   */
  readonly mayReadOpen = computed(() => this.started() || !this.remembered);
  readonly signedIn = computed(() => this.answer() !== null);
  /** Whether somebody was signed in and must do so again before anything can be sent. */
  readonly stale = this.identity.stale;
  readonly acting = computed<ActingContext | null>(() => {
    const session = this.answer();
    return (
      session?.contexts.find(({ organization }) => organization.alias === session.acting) ?? null
    );
  });

  /** Begins to find out who is signed in; a later call asks again where there was no answer. */
  start(): Promise<void> {
    this.starting ??= this.load()
      .then((answered) => {
        if (!answered) this.starting = null;
      })
      .finally(() => {
        this.started.set(true);
      });
    return this.starting;
  }

  /**
   * Begins at once where something says that somebody signed in, here or just now at the provider;
   * for all others the first screen comes first.
   */
  startAfter(firstScreen: Promise<void>): void {
    if (this.remembered || signedInJustNow()) void this.start();
    else void firstScreen.then(() => this.start());
  }

  /** Whether the person, or the public, may do the act; reading it in a template follows changes. */
  can(permission: Permission): boolean {
    const session = this.answer();
    if (session === null) return ANONYMOUS_PERMISSIONS.includes(permission);
    return this.acting()?.permissions.includes(permission) ?? false;
  }

  /** Leaves for the sign-in page; comes back to this page, or to `returnTo`. */
  signIn(returnTo: string = this.router.url): Promise<void> {
    return this.identity.signIn(returnTo);
  }

  /** Leaves to show a code beside the password; comes back to this page. */
  signInWithCode(): Promise<void> {
    return this.identity.signIn(this.router.url, 'otp');
  }

  /** Erases what the device keeps, then ends the session. */
  async signOut(): Promise<void> {
    await eraseDeviceStorage();
    this.choice.choose(null);
    if (await this.identity.signOut()) return;
    this.answer.set(null);
    await this.router.navigateByUrl('/');
  }

  /** Acts for another of the person's organizations from now on; goes to its desk. */
  async actFor(alias: string): Promise<void> {
    const before = this.choice.current();
    this.choice.choose(alias);
    try {
      this.answer.set(await this.api.get('session', sessionResponse));
    } catch (error) {
      this.choice.choose(before);
      throw error;
    }
    await this.router.navigateByUrl('/desk');
  }

  /** Reads the session again after a sign-in over the page. */
  async renew(): Promise<boolean> {
    if (!(await this.identity.reconnect())) return false;
    await this.load();
    return true;
  }

  /** Whether there was an answer, be it that nobody is signed in. */
  private async load(): Promise<boolean> {
    if (!(await this.identity.retry())) return this.identity.knows;
    try {
      await this.read();
      return true;
    } catch (error) {
      return this.explain(error);
    }
  }

  private async read(): Promise<void> {
    let session = await this.api.get('session', sessionResponse);
    const [first] = session.contexts;
    if (session.acting === null && first !== undefined) {
      this.choice.choose(first.organization.alias);
      session = await this.api.get('session', sessionResponse);
    }
    this.answer.set(session);
    this.language.suggest(session.person.language);
  }

  private async explain(error: unknown): Promise<boolean> {
    if (!(error instanceof ProblemError)) return false;
    if (error.code === 'not-admitted') await this.router.navigateByUrl('/not-admitted');
    // A remembered organization that is no longer theirs must not lock anybody out.
    if (error.code === 'acting-organization-refused' && this.choice.current() !== null) {
      this.choice.choose(null);
      return this.load();
    }
    return error.status < 500;
  }
}
