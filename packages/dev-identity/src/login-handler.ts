import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { knownLocale, LOGIN_TEXTS, type Locale } from './login-texts.js';
import { codePage, loginPage, messagePage, PAGE_POLICY } from './pages.js';
import type { SignInDesk } from './sign-in.js';

const MAX_FORM_BYTES = 16_384;
/** There is no authenticator in a demonstration: the page itself tells its code. */
const DEMO_CODE = '246810';

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > MAX_FORM_BYTES) throw new Error('The form is too long.');
  }
  return new URLSearchParams(body);
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  const found = (request.headers.cookie ?? '')
    .split('; ')
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** Shows the sign-in form of an interaction, checks what is sent, and hands the person over. */
export async function handleLogin(
  provider: Provider,
  desk: SignInDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const chosen = knownLocale(url.searchParams.get('kc_locale'));
  const browser = knownLocale(request.headers['accept-language']) ?? 'es';
  const remembered = chosen ?? knownLocale(cookie(request, 'KEYCLOAK_LOCALE'));
  let asked: Locale | undefined;
  let known: string | undefined;
  try {
    const { params, prompt, session } = await provider.interactionDetails(request, response);
    asked = knownLocale(typeof params['ui_locales'] === 'string' ? params['ui_locales'] : '');
    // Who is known already, and lacks nothing but the code that an act asks for.
    const lacksCode = prompt.reasons.every((reason) => reason.startsWith('essential_acr'));
    if (prompt.name === 'login' && lacksCode) known = session?.accountId;
  } catch {
    const locale = remembered ?? browser;
    send(
      response,
      400,
      messagePage(locale, LOGIN_TEXTS[locale].signIn, LOGIN_TEXTS[locale].expired),
    );
    return;
  }
  const locale = chosen ?? asked ?? remembered ?? browser;
  if (chosen) {
    response.setHeader(
      'set-cookie',
      `KEYCLOAK_LOCALE=${chosen}; Path=/realms; SameSite=Lax; HttpOnly`,
    );
  }
  // The choice of language stays in the address, so that a wrong password keeps it.
  const action = url.pathname;
  if (request.method !== 'POST') {
    send(response, 200, known ? codePage({ locale, action }) : loginPage({ locale, action }));
    return;
  }
  const form = await readForm(request);
  if (known) {
    if (form.get('otp')?.trim() !== DEMO_CODE) {
      send(response, 200, codePage({ locale, action, failed: true }));
      return;
    }
    const login = { accountId: known, acr: 'otp', amr: ['pwd', 'otp'], remember: true };
    await provider.interactionFinished(request, response, { login });
    return;
  }
  const username = form.get('username') ?? '';
  const person = desk.check(username, form.get('password') ?? '');
  if (!person) {
    send(response, 200, loginPage({ locale, action, username, failed: true }));
    return;
  }
  const login = { accountId: person.id, acr: 'password', remember: true };
  await provider.interactionFinished(request, response, { login });
}
