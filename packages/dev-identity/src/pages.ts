import { LOCALES, LOCALE_NAMES, LOGIN_TEXTS, type Locale } from './login-texts.js';

/** Policy of every page: styles and scripts come as files of this provider, nothing is inline. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'self'";

/** Folder of the provider's styles and scripts below the realm. */
const RESOURCES = '/realms/enlace/resources';

/** What the sign-in page shows. */
export interface LoginView {
  readonly locale: Locale;
  /** Address the form is sent to. */
  readonly action: string;
  readonly username?: string;
  readonly failed?: boolean;
}

const BRAND =
  '<div class="brand"><svg viewBox="0 0 26 26" fill="none" aria-hidden="true">' +
  '<circle cx="8.6" cy="7.4" r="5.4" stroke="#82d1ee" stroke-width="2.4"/>' +
  '<circle cx="17.4" cy="18.6" r="5.4" stroke="#fff" stroke-width="2.4"/>' +
  '<path d="M12.2 11.6c2.2.6 2 2.4 1.6 2.9" stroke="#d8b9ff" stroke-width="2.6" ' +
  'stroke-linecap="round"/></svg><span>Enlace</span></div>';

/** Capitals of the region as x and y of the drawing, and which of them are joined. */
const NODES = [
  [148, 162],
  [202, 198],
  [253, 241],
  [286, 241],
  [313, 267],
  [282, 301],
  [342, 328],
  [361, 226],
  [397, 224],
  [409, 206],
  [338, 170],
  [441, 256],
] as const;
const LINKS = [
  [0, 1],
  [1, 2],
  [4, 5],
  [4, 6],
  [7, 8],
  [8, 9],
  [9, 10],
  [10, 0],
  [8, 11],
  [11, 6],
  [2, 10],
  [7, 4],
] as const;
const ISTHMUS = [
  [2, 3],
  [3, 4],
] as const;

function link([from, to]: readonly [number, number], style: string): string {
  const [x1, y1] = NODES[from] ?? [0, 0];
  const [x2, y2] = NODES[to] ?? [0, 0];
  const bend = `${(x1 + x2) / 2 + (y2 - y1) / 9} ${(y1 + y2) / 2 - (x2 - x1) / 9}`;
  return `<path class="${style}" d="M${x1} ${y1}Q${bend} ${x2} ${y2}"/>`;
}

const NETWORK =
  '<svg class="network" viewBox="100 120 400 260" aria-hidden="true">' +
  LINKS.map((ends) => link(ends, 'link')).join('') +
  ISTHMUS.map((ends) => link(ends, 'link isthmus')).join('') +
  NODES.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.2"/>`).join('') +
  '</svg>';

/** Makes a text safe inside an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function page(locale: Locale, title: string, form: string, action?: string): string {
  const texts = LOGIN_TEXTS[locale];
  const switchTo = (other: Locale): string =>
    `<a lang="${other}" hreflang="${other}" href="${escapeHtml(action ?? '')}?kc_locale=${other}"` +
    `${other === locale ? ' aria-current="true"' : ''}>${LOCALE_NAMES[other]}</a>`;
  const languages = action
    ? `<nav class="languages" aria-label="${texts.language}">${LOCALES.map(switchTo).join('')}</nav>`
    : '';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Enlace</title>
<link rel="stylesheet" href="${RESOURCES}/login.css">
<script src="${RESOURCES}/page.js" defer></script>
</head>
<body>
<header class="promise">${BRAND}${NETWORK}
<div><p class="claim">${texts.promise}</p><p>${texts.about}</p></div></header>
<main>${languages}<div class="form">${form}</div><p class="demo">${texts.demo}</p></main>
</body>
</html>`;
}

/** The sign-in page, with the element ids of Keycloak's. */
export function loginPage(view: LoginView): string {
  const texts = LOGIN_TEXTS[view.locale];
  const wrong = view.failed ? ' aria-invalid="true" aria-describedby="input-error-username"' : '';
  const error = view.failed
    ? `<p class="error" id="input-error-username" role="alert">${texts.invalid}</p>`
    : '';
  const form = `<h1>${texts.signIn}</h1>
<form id="kc-form-login" method="post" action="${escapeHtml(view.action)}">
<label for="username">${texts.username}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false"
 required autofocus value="${escapeHtml(view.username ?? '')}"${wrong}>
${error}<label for="password">${texts.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${wrong}>
<button id="kc-login" name="login" type="submit">${texts.signIn}</button>
</form>`;
  return page(view.locale, texts.signIn, form, view.action);
}

/** The page that asks somebody signed in for a code, with the element ids of Keycloak's. */
export function codePage({ locale, action, failed }: Omit<LoginView, 'username'>): string {
  const texts = LOGIN_TEXTS[locale];
  const wrong = failed ? ' aria-invalid="true" aria-describedby="input-error-otp"' : '';
  const error = failed
    ? `<p class="error" id="input-error-otp" role="alert">${texts.codeInvalid}</p>`
    : '';
  const form = `<h1>${texts.code}</h1>
<form id="kc-otp-login-form" method="post" action="${escapeHtml(action)}">
<p>${texts.codeHelp}</p>
<label for="otp">${texts.codeLabel}</label>
<input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" required autofocus${wrong}>
${error}<button id="kc-login" name="login" type="submit">${texts.signIn}</button>
</form>`;
  return page(locale, texts.code, form, action);
}

/** A page with one sentence and a way back. */
export function messagePage(locale: Locale, heading: string, sentence: string): string {
  const back = `<p><a href="/">${LOGIN_TEXTS[locale].back}</a></p>`;
  return page(
    locale,
    heading,
    `<h1>${escapeHtml(heading)}</h1><p>${escapeHtml(sentence)}</p>${back}`,
  );
}

/** The sign-out page around the provider's own form; its script sends the form at once. */
export function logoutPage(locale: Locale, form: string): string {
  const texts = LOGIN_TEXTS[locale];
  return page(
    locale,
    texts.signOut,
    `<h1>${texts.signOutQuestion}</h1>${form}
<button id="kc-logout" name="logout" value="yes" form="op.logoutForm" data-send>${texts.signOut}</button>`,
  );
}
