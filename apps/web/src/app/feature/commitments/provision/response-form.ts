import type { StateResponseAnswer, StateResponseRequest } from '@enlace/contract';
import { LANGUAGES, type Language, type StatePosition } from '@enlace/domain';

/** A State's answer as it is written: one original, and translations where there are any. */
export interface ResponseForm {
  readonly position: StatePosition | null;
  readonly original: Language;
  readonly words: Readonly<Record<Language, string>>;
}

const NO_WORDS: ResponseForm['words'] = { es: '', en: '', pt: '', fr: '' };

/** Nothing said yet; the original is in the writer's language unless they say otherwise. */
export const emptyForm = (original: Language): ResponseForm => ({
  ...{ position: null, original, words: NO_WORDS },
});

/** What a State said, to be said anew. */
export const formOf = ({ position, texts }: StateResponseAnswer): ResponseForm => ({
  position,
  original: texts.find(({ status }) => status === 'original')?.language ?? 'es',
  words: {
    ...NO_WORDS,
    ...Object.fromEntries(texts.map(({ language, body }) => [language, body])),
  },
});

const said = ({ words }: ResponseForm, language: Language): string => words[language].trim();

const translated = (form: ResponseForm): readonly Language[] =>
  LANGUAGES.filter((one) => one !== form.original && said(form, one) !== '');

/** What is sent; the server says what is missing, and where. */
export const requestOf = (
  form: ResponseForm,
): Omit<StateResponseRequest, 'position'> & { readonly position?: StatePosition } => ({
  ...(form.position === null ? {} : { position: form.position }),
  language: form.original,
  body: said(form, form.original),
  translations: translated(form).map((language) => ({ language, body: said(form, language) })),
});

/** The language whose text a JSON pointer of the request means. */
export const pointedLanguage = (form: ResponseForm, pointer: string): Language | null => {
  if (pointer === '/body' || pointer === '/language') return form.original;
  const index = /^\/translations\/(\d+)\//.exec(pointer)?.[1];
  return index === undefined ? null : (translated(form)[Number(index)] ?? null);
};
