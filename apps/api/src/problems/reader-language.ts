import { LANGUAGES, type Language } from '@enlace/domain';

const isLanguage = (text: string): text is Language => LANGUAGES.some((known) => known === text);

/** The reader's language: the best of `Accept-Language`, else the person's own, else Spanish. */
export function readerLanguage(header: string | undefined, own?: Language | null): Language {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
    const language = tag.split('-')[0] ?? '';
    return isLanguage(language) ? [{ language, weight: Number(weight ?? 1) }] : [];
  });
  const [best] = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.language ?? own ?? 'es';
}
