// Runs in the head of the page, before the application has come: what must be set before it, and
// the reads that need not wait for it. The application takes them over in `early-answers.ts`.

// The content security policy refuses compiled code: the schemas of the contract are read without it.
globalThis.__zod_globalConfig = { jitless: true };

// It also refuses HTML from strings. The charts empty their holder with an empty one, nothing more.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === '' ? html : null),
});

{
  const kept = (name) => {
    try {
      return localStorage.getItem(`enlace.${name}`);
    } catch {
      return null;
    }
  };
  const language =
    [kept('language'), ...navigator.languages]
      .map((text) => text?.slice(0, 2).toLowerCase())
      .find((code) => ['es', 'en', 'pt', 'fr'].includes(code)) ?? 'en';
  const early = (globalThis.enlaceEarly = { language, answers: new Map() });
  const read = (address) => {
    // Nobody's credentials go along: what comes is what the public may see.
    const options = { credentials: 'omit', headers: { 'Accept-Language': language } };
    const answer = fetch(address, options).catch(() => null);
    early.answers.set(address, answer);
  };

  const theme = kept('theme');
  if (theme !== null) document.documentElement.dataset.theme = theme;
  // Fonts that this device has are used at once; the first time the content comes before them.
  if (kept('fonts') !== null) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: '/fonts.css' });
    document.head.append(link);
  }
  const [, screen, state] = location.pathname.split('/');
  if (screen === '') document.documentElement.dataset.bare = '';

  read('/env.json');
  read(`/i18n/${language}.json`);
  if (screen === 'scorecards') read(`/i18n/scorecard/${language}.json`);
  // Where somebody is remembered, the pages are read for them.
  if (kept('acting') === null) {
    read('/api/v1/reference');
    if (screen === 'scorecards' && /^[A-Z]{3}$/.test(state ?? '') && location.search === '')
      read(`/api/v1/scorecards/${state}?language=${language}`);
  }
}
