import { Injectable, inject, signal } from '@angular/core';
import type { SignInStrength } from '@enlace/domain';
import type Keycloak from 'keycloak-js';
import { OfflineError } from '../api/problem-error';
import { Environment } from '../config/environment';
import { Language } from '../i18n/language';

/** A token is renewed when it has fewer seconds left than this. */
const RENEW_BEFORE = 20;
const SCOPE = 'organization:*';

/** Sign-in with the identity provider: who the browser says it is, and a token to prove it. */
@Injectable({ providedIn: 'root' })
export class Identity {
  private readonly environment = inject(Environment);
  private readonly language = inject(Language);
  private keycloak: Keycloak | null = null;
  private connecting: Promise<boolean> | null = null;
  private renewing: Promise<string | null> | null = null;
  private readonly ended = signal(false);
  private failed = false;
  private answered = false;

  /** Whether somebody was signed in here and the provider no longer knows them. */
  readonly stale = this.ended.asReadonly();

  /** Asks the provider, without leaving the page, whether somebody is signed in. */
  connect(): Promise<boolean> {
    this.connecting ??= this.checkSingleSignOn().finally(() => {
      this.answered = true;
    });
    return this.connecting;
  }

  /** Whether the provider was asked and has answered, or could not be reached. */
  get settled(): boolean {
    return this.answered;
  }

  /** Whether the last question got an answer; without one, it is worth asking again. */
  get knows(): boolean {
    return !this.failed;
  }

  /** Asks again where the settings of the page or the provider could not be reached. */
  retry(): Promise<boolean> {
    if (this.failed) this.connecting = null;
    return this.connect();
  }

  /** Asks again, after a sign-in in another window. */
  async reconnect(): Promise<boolean> {
    this.connecting = null;
    const known = await this.connect();
    if (known) this.ended.set(false);
    return known;
  }

  /** A token that is good now, or null for an anonymous visitor. */
  async token(): Promise<string | null> {
    if (!(await this.connect()) || this.keycloak === null) return null;
    // One refresh at a time: a refresh token used twice ends the session of every window.
    this.renewing ??= this.renew(this.keycloak).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /** Says that the server no longer accepts the token. */
  markStale(): void {
    if (this.keycloak !== null) this.ended.set(true);
  }

  /**
   * Leaves for the sign-in page and comes back to `returnTo`, a path of this application; `strength` otp
   * asks somebody signed in for a code alone.
   */
  async signIn(returnTo: string, strength: SignInStrength = 'password'): Promise<void> {
    const keycloak = await this.instance();
    if (keycloak === null) throw new OfflineError();
    await keycloak.login({
      redirectUri: new URL(returnTo, location.origin).href,
      scope: SCOPE,
      locale: this.language.current(),
      ...(strength === 'otp' ? { acr: { values: [strength], essential: true } } : {}),
    });
  }

  /** Address of the sign-in page for a window of its own, which closes itself afterwards. */
  async signInAddress(): Promise<string | null> {
    const keycloak = await this.instance();
    const redirectUri = new URL('/signed-in.html', location.origin).href;
    return (
      (await keycloak?.createLoginUrl({
        redirectUri,
        scope: SCOPE,
        locale: this.language.current(),
      })) ?? null
    );
  }

  /** Ends the session at the provider and comes back to the first page; false: nobody to ask. */
  async signOut(): Promise<boolean> {
    const keycloak = await this.instance();
    await keycloak?.logout({ redirectUri: new URL('/', location.origin).href });
    return keycloak !== null;
  }

  private async instance(): Promise<Keycloak | null> {
    await this.retry();
    return this.keycloak;
  }

  private async checkSingleSignOn(): Promise<boolean> {
    this.failed = false;
    const settings = await this.environment.read();
    if (settings === null) return this.fail();
    const [, url = '', realm = ''] = /^(.*)\/realms\/([^/]+)$/.exec(settings.issuer) ?? [];
    const { default: KeycloakClient } = await import('keycloak-js');
    const keycloak = new KeycloakClient({ url, realm, clientId: settings.clientId });
    this.keycloak = keycloak;
    try {
      return await keycloak.init({
        onLoad: 'check-sso',
        silentCheckSsoRedirectUri: new URL('/silent-check-sso.html', location.origin).href,
        pkceMethod: 'S256',
        scope: SCOPE,
        checkLoginIframe: false,
        messageReceiveTimeout: 5000,
      });
    } catch {
      // The provider is away: the open pages work all the same.
      return this.fail();
    }
  }

  private fail(): false {
    this.failed = true;
    return false;
  }

  private async renew(keycloak: Keycloak): Promise<string | null> {
    try {
      await keycloak.updateToken(RENEW_BEFORE);
      return keycloak.token ?? null;
    } catch {
      // keycloak-js drops its tokens only when the provider refused, not when the line is down.
      if (keycloak.token === undefined) this.ended.set(true);
      // The provider is away and the token is over: nobody has signed out, and what is typed is kept.
      else if (keycloak.isTokenExpired()) throw new OfflineError();
      return keycloak.token ?? null;
    }
  }
}
