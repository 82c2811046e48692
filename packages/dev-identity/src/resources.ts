const LOGIN_CSS = `:root{color-scheme:light dark;
--surface:light-dark(#fff,#161a1c);--surface-3:light-dark(#e7eaec,#272a2c);
--ink:light-dark(#1a1e20,#e6e8ea);--ink-2:light-dark(#495155,#b4bdc1);--ink-3:light-dark(#5f676b,#99a2a6);
--line:light-dark(#d6dee2,#2e3639);--control:light-dark(#6b7377,#8a9296);
--primary:light-dark(#005569,#82d1ee);--on-primary:light-dark(#fff,#002a35);--bar:light-dark(#00313e,#001b23);
--error:light-dark(#af1d13,#ffb4a8);--error-soft:light-dark(#ffedea,#540000);
--sans:"IBM Plex Sans Variable","IBM Plex Sans",system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;
--serif:"Source Serif 4 Variable","Source Serif 4",Georgia,"Times New Roman",serif}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;grid-template-columns:minmax(0,56fr) minmax(0,44fr);
background:var(--surface);color:var(--ink);font:400 14px/20px var(--sans)}
.promise{background:var(--bar);color:#e8f3f6;padding:28px 44px 44px;display:flex;flex-direction:column}
.brand{display:flex;align-items:center;gap:12px;font:600 24px/1 var(--serif)}.brand svg{width:32px;height:32px}
.network{flex:1;width:100%;min-height:0;fill:none;opacity:.9}.link{stroke:#6bbbd7;stroke-width:1.2}
.isthmus{stroke:#d8b9ff;stroke-width:2.2}.network circle{fill:var(--bar);stroke:#fff;stroke-width:1.4}
.promise p{margin:0;max-width:48ch;font-size:16px;line-height:25px;color:#cfe4ea}
.promise .claim{font:600 42px/48px var(--serif);letter-spacing:-.012em;color:#fff;max-width:16em;margin-bottom:12px;text-wrap:balance}
main{padding:24px 56px;display:flex;flex-direction:column}
.languages{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:4px}
.languages a{padding:6px 10px;border-radius:6px;color:var(--ink-2);text-decoration:none}
.languages [aria-current]{background:var(--surface-3);color:var(--ink);font-weight:600}
.form{margin:auto 0;width:100%;max-width:520px;align-self:center}
h1{font:600 28px/34px var(--serif);letter-spacing:-.012em;margin:0 0 20px}
label{display:block;font-weight:500;margin:16px 0 6px}
input{width:100%;min-height:48px;padding:0 14px;font:inherit;font-size:16px;color:inherit;background:var(--surface);border:1px solid var(--control);border-radius:8px}
input[aria-invalid]{border-color:var(--error)}
button{width:100%;min-height:48px;margin-top:20px;border:0;border-radius:8px;background:var(--primary);color:var(--on-primary);font:500 16px/20px var(--sans);cursor:pointer}
.error{margin:8px 0 0;padding:8px 12px;border-radius:8px;background:var(--error-soft);color:var(--error)}
.demo{margin:0;padding-top:16px;border-top:1px solid var(--line);font-size:13px;color:var(--ink-3)}
a{color:var(--primary);text-underline-offset:3px}
:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
@media(max-width:760px){body{grid-template-columns:minmax(0,1fr);grid-template-rows:auto 1fr}
.promise{padding:16px}.network,.promise div:last-child{display:none}main{padding:16px}.form{margin:24px 0}}`;

/** Sends a form that needs no answer (sign-out after an ID token hint). */
const PAGE_JS = `document.querySelector('[data-send]')?.click();`;

/** keycloak-js asks in a frame whether cookies of this origin reach it. */
const COOKIES_JS = `parent.postMessage('supported', '*');`;

/** keycloak-js asks every few seconds whether the session is still the same. */
const STATUS_JS = `addEventListener('message', (event) => {
  if (event.source === parent) event.source.postMessage('unchanged', event.origin);
});`;

const frame = (script: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Enlace</title></head>` +
  `<body><script src="/realms/enlace/resources/${script}"></script></body></html>`;

/** A file that the provider serves as it is. */
export interface Resource {
  readonly type: string;
  readonly body: string;
}

const script = (body: string): Resource => ({ type: 'text/javascript', body });
const html = (body: string): Resource => ({ type: 'text/html', body });

/** Files by path below the realm. */
export const RESOURCE_FILES: Readonly<Record<string, Resource>> = {
  '/resources/login.css': { type: 'text/css', body: LOGIN_CSS },
  '/resources/page.js': script(PAGE_JS),
  '/resources/cookies.js': script(COOKIES_JS),
  '/resources/status.js': script(STATUS_JS),
  '/protocol/openid-connect/3p-cookies/step1.html': html(frame('cookies.js')),
  '/protocol/openid-connect/login-status-iframe.html': html(frame('status.js')),
};
