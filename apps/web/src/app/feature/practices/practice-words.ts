import type { PracticeResponse, PracticeWords } from '@enlace/contract';
import type { Language } from '@enlace/domain';

/** What a practice says in one language. */
export type PracticeText = PracticeResponse['texts'][number];

/** A text and the language it is in. */
export interface ToldText {
  readonly text: string;
  readonly lang: Language;
}

type Told<Words> = Words extends string
  ? ToldText
  : { readonly [Part in keyof Words]: Told<Words[Part]> };

/** A practice as it is told to a reader: each part with its language. */
export type ToldPractice = Told<PracticeWords>;

/** The text in the language asked for, else the original one, which comes first. */
export const readText = (
  { texts }: Pick<PracticeResponse, 'texts'>,
  language: Language,
): PracticeText | undefined => texts.find((text) => text.language === language) ?? texts[0];

/** What is to be told, and in which language it is. */
export interface SpokenWords {
  readonly words: PracticeWords;
  readonly language: Language;
}

/** Tells a practice; a part that its translation does not have yet is told as in the original. */
export const tell = (
  { words, language }: SpokenWords,
  original: SpokenWords = { words, language },
): ToldPractice => {
  const part = (text: string | undefined, first: string): ToldText =>
    text === undefined || text.trim() === ''
      ? { text: first, lang: original.language }
      : { text, lang: language };
  const first = original.words;
  return {
    title: part(words.title, first.title),
    summary: part(words.summary, first.summary),
    problem: part(words.problem, first.problem),
    legalBasis: part(words.legalBasis, first.legalBasis),
    whoDoesWhat: part(words.whoDoesWhat, first.whoDoesWhat),
    steps: first.steps.map(({ title, body }, at) => ({
      title: part(words.steps[at]?.title, title),
      body: part(words.steps[at]?.body, body),
    })),
    resources: part(words.resources, first.resources),
    findings: first.findings.map(({ figure, what, source }, at) => ({
      figure: part(words.findings[at]?.figure, figure),
      what: part(words.findings[at]?.what, what),
      source: part(words.findings[at]?.source, source),
    })),
    conditions: part(words.conditions, first.conditions),
    didNotWork: part(words.didNotWork, first.didNotWork),
  };
};

/** Tells a practice in the language asked for, as far as it is there. */
export const tellIn = (
  practice: Pick<PracticeResponse, 'texts'>,
  language: Language,
): ToldPractice | undefined => {
  const [text, original] = [readText(practice, language), practice.texts[0]];
  if (text === undefined || original === undefined) return undefined;
  return tell(
    { words: text, language: text.language },
    { words: original, language: original.language },
  );
};

/** Whether a part had to be told in another language than the title. */
export const isMixed = (told: ToldPractice): boolean => {
  const parts = [
    ...[told.summary, told.problem, told.legalBasis, told.whoDoesWhat, told.resources],
    ...[told.conditions, told.didNotWork],
    ...told.steps.flatMap(({ title, body }) => [title, body]),
    ...told.findings.flatMap(({ figure, what, source }) => [figure, what, source]),
  ];
  return parts.some(({ text, lang }) => text !== '' && lang !== told.title.lang);
};
