import { createHash, createHmac, randomBytes } from 'node:crypto';
import { origin } from '../visitor.js';

const PASSWORD = 'enlace-demo-2026';
const protocol = (): string => `${origin()}/realms/enlace/protocol/openid-connect`;

/** What the provider gives at the end of a sign-in. */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/');

/** The name that Keycloak gives its page, or what the page says. */
const pageOf = async (answer: Response): Promise<string> => {
  const text = await answer.text();
  return /data-page-id="([^"]+)"/.exec(text)?.[1] ?? text;
};

/** What an authenticator shows for a secret, in the period that is `ahead` of this one. */
export function codeOf(secret: string, ahead = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The form of a page, by its id: where it goes. */
const actionOf = ({ address, text }: { address: string; text: string }, id: string): string => {
  const action = new RegExp(`id="${id}"[^>]*action="([^"]+)"`).exec(text)?.[1];
  const before = new RegExp(`action="([^"]+)"[^>]*id="${id}"`).exec(text)?.[1];
  const found = action ?? before;
  if (found === undefined) throw new Error(`No ${id} at ${address}`);
  return new URL(unescaped(found), address).href;
};

/** A browser without a screen: keeps cookies and follows no redirect by itself. */
export class Browserless {
  private readonly cookies = new Map<string, string>();

  /** Signs a demo account in as a person would, through the provider's own form. */
  async signIn(account: string, password = PASSWORD): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const asked = this.authAddress(verifier);
    const form = await this.pageAt(asked);
    const sent = await this.send(actionOf(form, 'kc-form-login'), { username: account, password });
    return this.exchange(await this.codeFrom(sent), verifier);
  }

  /** Somebody signed in who has no authenticator yet enrols one; the tokens afterwards and its secret. */
  async enrol(
    more: Readonly<Record<string, string>>,
  ): Promise<{ readonly tokens: Tokens; readonly secret: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const form = await this.pageAt(this.authAddress(verifier, more));
    const secret = /name="totpSecret" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await this.send(actionOf(form, 'kc-totp-settings-form'), {
      ...{ totp: codeOf(secret), totpSecret: secret, userLabel: 'test' },
    });
    return { tokens: await this.exchange(await this.codeFrom(sent), verifier), secret };
  }

  /** Signs in and asks for tokens twice with the one code; the tokens, and the second answer. */
  async signInTwice(account: string): Promise<{ tokens: Tokens; again: Response }> {
    const verifier = randomBytes(32).toString('base64url');
    const form = await this.pageAt(this.authAddress(verifier));
    const words = { username: account, password: PASSWORD };
    const code = await this.codeFrom(await this.send(actionOf(form, 'kc-form-login'), words));
    return {
      tokens: await this.exchange(code, verifier),
      again: await this.ask(code, verifier),
    };
  }

  /** Signs in where the provider asks for a code after the password. */
  async signInWithCode(account: string, code: string): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const form = await this.pageAt(this.authAddress(verifier));
    const passed = await this.send(actionOf(form, 'kc-form-login'), {
      ...{ username: account, password: PASSWORD },
    });
    const page = await this.pageAfter(passed, form.address);
    const sent = await this.send(actionOf(page, 'kc-otp-login-form'), { otp: code });
    return this.exchange(await this.codeFrom(sent), verifier);
  }

  /** Ends the session at the provider, as the product's own button does. */
  async signOut({ id_token }: Tokens): Promise<void> {
    const query = new URLSearchParams({
      client_id: 'enlace-web',
      id_token_hint: id_token,
      post_logout_redirect_uri: `${origin()}/`,
    });
    const answer = await this.get(`${protocol()}/logout?${query.toString()}`);
    if (answer.status !== 200) return;
    // The development provider asks with a form, which its own script sends.
    const text = await answer.text();
    const action = /<form[^>]*id="op\.logoutForm"[^>]*action="([^"]+)"/.exec(text)?.[1] ?? '';
    const secret = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await this.send(new URL(unescaped(action), origin()).href, { xsrf: secret, logout: 'yes' });
  }

  /** Asks for new tokens; the answer as it comes. */
  refresh({ refresh_token }: Tokens): Promise<Response> {
    return this.send(`${protocol()}/token`, {
      grant_type: 'refresh_token',
      client_id: 'enlace-web',
      refresh_token,
    });
  }

  /** Where somebody ends who asks again with these words: an error, a page's name, or `in`. */
  async askAgain(more: Readonly<Record<string, string>>): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    let answer = await this.get(this.authAddress(verifier, more));
    for (;;) {
      const next = answer.headers.get('location');
      if (next === null) return pageOf(answer);
      const { searchParams, href } = new URL(next, origin());
      if (searchParams.has('error')) return searchParams.get('error') ?? '';
      if (searchParams.has('code')) return 'in';
      answer = await this.get(href);
    }
  }

  private authAddress(verifier: string, more: Readonly<Record<string, string>> = {}): string {
    const query = new URLSearchParams({
      ...more,
      client_id: 'enlace-web',
      redirect_uri: `${origin()}/desk`,
      response_type: 'code',
      scope: 'openid organization:*',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return `${protocol()}/auth?${query.toString()}`;
  }

  private async exchange(code: string, verifier: string): Promise<Tokens> {
    const answer = await this.ask(code, verifier);
    if (!answer.ok) throw new Error(`No tokens: ${await answer.text()}`);
    return (await answer.json()) as Tokens;
  }

  private ask(code: string, verifier: string): Promise<Response> {
    return this.send(`${protocol()}/token`, {
      grant_type: 'authorization_code',
      client_id: 'enlace-web',
      redirect_uri: `${origin()}/desk`,
      code_verifier: verifier,
      code,
    });
  }

  private async pageAt(address: string): Promise<{ address: string; text: string }> {
    return this.pageAfter(await this.get(address), address);
  }

  private async pageAfter(
    first: Response,
    address: string,
  ): Promise<{ address: string; text: string }> {
    let [answer, at] = [first, address];
    for (;;) {
      const next = answer.headers.get('location');
      if (next === null) return { address: at, text: await answer.text() };
      at = new URL(next, at).href;
      answer = await this.get(at);
    }
  }

  private async codeFrom(first: Response): Promise<string> {
    let answer = first;
    for (;;) {
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`Not signed in, but at ${await pageOf(answer)}`);
      const address = new URL(next, origin());
      const code = address.searchParams.get('code');
      if (code !== null) return code;
      answer = await this.get(address.href);
    }
  }

  private send(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.get(address, { method: 'POST', body: new URLSearchParams(form) });
  }

  private async get(address: string, more: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', ...more, headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
