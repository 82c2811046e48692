import type {
  PracticeAudience,
  PracticeDraft,
  PracticeResponse,
  PracticeWords,
} from '@enlace/contract';
import type { CostBand, EvidenceStrength, Language, ProvisionTheme } from '@enlace/domain';
import { LANGUAGES, MAX_FINDINGS, MAX_STEPS } from '@enlace/domain';

/** A file that the practice shows, with what it is as typed. */
export type TypedFile = PracticeResponse['facts']['files'][number];

/** What readers filter by, as it is typed: numbers and months stay text until they are sent. */
export interface TypedFacts {
  readonly themes: readonly ProvisionTheme[];
  readonly states: readonly string[];
  readonly provisions: readonly string[];
  readonly runningSince: string;
  readonly people: string;
  readonly setUpMonths: string;
  readonly costBand: CostBand | null;
  readonly evidenceStrength: EvidenceStrength | null;
  readonly files: readonly TypedFile[];
}

/** A translation as it is typed; `machine` until a person confirms it. */
export interface TypedTranslation {
  readonly status: 'human' | 'machine';
  readonly words: PracticeWords;
}

/** The guided form as it is typed. */
export interface PracticeForm {
  /** Language of the original. */
  readonly language: Language;
  readonly words: PracticeWords;
  readonly translations: Readonly<Partial<Record<Language, TypedTranslation>>>;
  readonly facts: TypedFacts;
  readonly audience: PracticeAudience;
}

/** Lists whose items stand in the same place in every language. */
export type WordList = 'steps' | 'findings';

const BLANK_ITEMS = {
  steps: { title: '', body: '' },
  findings: { figure: '', what: '', source: '' },
} as const;

const EVERYBODY: PracticeAudience = {
  ...{ classification: 'public', forums: [], organizations: [], withheldFrom: [] },
};

type Text = PracticeResponse['texts'][number];

const wordsOf = (text: Text): PracticeWords => ({
  ...{ title: text.title, summary: text.summary, problem: text.problem },
  ...{ legalBasis: text.legalBasis, whoDoesWhat: text.whoDoesWhat, steps: text.steps },
  ...{ resources: text.resources, findings: text.findings, conditions: text.conditions },
  didNotWork: text.didNotWork,
});

/** An empty translation that asks for as many steps and findings as the original has. */
export const blankWords = ({ steps, findings }: PracticeWords): PracticeWords => ({
  ...{ title: '', summary: '', problem: '', legalBasis: '', whoDoesWhat: '', resources: '' },
  ...{ conditions: '', didNotWork: '' },
  steps: steps.map(() => BLANK_ITEMS.steps),
  findings: findings.map(() => BLANK_ITEMS.findings),
});

/** The form of a practice as it stands. */
export const formOf = ({ texts, facts, audience }: PracticeResponse): PracticeForm => {
  const [original, ...others] = texts;
  if (original === undefined) throw new Error('A practice without words.');
  return {
    language: original.language,
    words: wordsOf(original),
    translations: Object.fromEntries(
      others.map((text) => [
        text.language,
        { status: text.status === 'machine' ? 'machine' : 'human', words: wordsOf(text) },
      ]),
    ),
    facts: {
      ...{ themes: facts.themes, states: facts.states },
      provisions: facts.provisions.map(({ id }) => id),
      runningSince: facts.runningSince ?? '',
      people: facts.people === null ? '' : String(facts.people),
      setUpMonths: facts.setUpMonths === null ? '' : String(facts.setUpMonths),
      ...{ costBand: facts.costBand, evidenceStrength: facts.evidenceStrength },
      files: facts.files,
    },
    audience: audience ?? EVERYBODY,
  };
};

/** A typed whole number within its limits; null where it is none. */
export const wholeNumber = (text: string, least: number, most: number): number | null => {
  const written = text.replace(/[\s\u202f.,]/g, '');
  const number = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  return number >= least && number <= most ? number : null;
};

/** The persons it takes, as typed. */
export const peopleOf = ({ people }: TypedFacts): number | null => wholeNumber(people, 1, 9999);
/** The months it takes to set up, as typed. */
export const setUpMonthsOf = ({ setUpMonths }: TypedFacts): number | null =>
  wholeNumber(setUpMonths, 0, 120);
/** The month since when it is done, as typed. */
export const runningSinceOf = ({ runningSince }: TypedFacts): string | null =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(runningSince.trim()) ? runningSince.trim() : null;

const trimmed = (words: PracticeWords): PracticeWords => ({
  title: words.title.trim(),
  summary: words.summary.trim(),
  problem: words.problem.trim(),
  legalBasis: words.legalBasis.trim(),
  whoDoesWhat: words.whoDoesWhat.trim(),
  steps: words.steps.map(({ title, body }) => ({ title: title.trim(), body: body.trim() })),
  resources: words.resources.trim(),
  findings: words.findings.map(({ figure, what, source }) => ({
    ...{ figure: figure.trim(), what: what.trim(), source: source.trim() },
  })),
  conditions: words.conditions.trim(),
  didNotWork: words.didNotWork.trim(),
});

/** What a file is, as typed; its own name says so until somebody says it better. */
export const fileTitleOf = (title: string, name: string): string =>
  title.trim().length >= 3 ? title.trim() : name.slice(0, 200);

/** What is sent of the original: everything that can be read as what it should be. */
export const draftOf = ({ words, facts, audience }: PracticeForm): PracticeDraft => ({
  text: trimmed(words),
  facts: {
    themes: [...facts.themes],
    states: [...facts.states],
    provisions: [...facts.provisions],
    runningSince: runningSinceOf(facts),
    people: peopleOf(facts),
    setUpMonths: setUpMonthsOf(facts),
    ...{ costBand: facts.costBand, evidenceStrength: facts.evidenceStrength },
    files: facts.files.map(({ id, title, name }) => ({ id, title: fileTitleOf(title, name) })),
  },
  audience,
});

/** What is sent of a translation; null where there is none in this language. */
export const translationOf = (
  { translations }: PracticeForm,
  language: Language,
): { readonly status: 'human' | 'machine'; readonly text: PracticeWords } | null => {
  const translation = translations[language];
  return translation === undefined
    ? null
    : { status: translation.status, text: trimmed(translation.words) };
};

/** Whether two forms would send the same original. */
export const sameDraft = (one: PracticeForm, other: PracticeForm): boolean =>
  JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other));

const isBlank = (value: unknown): boolean =>
  typeof value === 'string'
    ? value === ''
    : typeof value === 'object' && value !== null && Object.values(value).every(isBlank);

/** Languages whose translation the form would send otherwise than `saved` has it; one just begun is none yet. */
export const changedTranslations = (form: PracticeForm, saved: PracticeForm): Language[] =>
  LANGUAGES.filter((language) => {
    const [now, before] = [translationOf(form, language), translationOf(saved, language)];
    if (now === null || (before === null && isBlank(now.text))) return false;
    return JSON.stringify(now) !== JSON.stringify(before);
  });

/** Changes what the original says in a place of a list. */
export const withItem = <List extends WordList>(
  words: PracticeWords,
  list: List,
  at: number,
  change: Partial<PracticeWords[List][number]>,
): PracticeWords => {
  const blank: PracticeWords[List][number] = BLANK_ITEMS[list];
  const length = Math.max(words[list].length, at + 1);
  const items = Array.from({ length }, (_, index) => words[list][index] ?? blank);
  return {
    ...words,
    [list]: items.map((one, index) => (index === at ? { ...one, ...change } : one)),
  };
};

type Arrange = <Item>(items: readonly Item[], blank: Item) => Item[];

/** Adds an empty item at the end. */
export const adding: Arrange = (items, blank) => [...items, blank];
/** Takes an item out. */
export const removing =
  (at: number): Arrange =>
  (items) =>
    items.filter((_, index) => index !== at);
/** Moves an item to another place. */
export const moving =
  (from: number, to: number): Arrange =>
  (items, blank) => {
    const rest = items.filter((_, index) => index !== from);
    return [...rest.slice(0, to), items[from] ?? blank, ...rest.slice(to)];
  };

const arranged = (words: PracticeWords, list: WordList, count: number, arrange: Arrange) => {
  // A translation may lag behind: it is made as long as the original first, so that places agree.
  const padded = <Item>(items: readonly Item[], blank: Item): Item[] =>
    Array.from({ length: count }, (_, index) => items[index] ?? blank);
  return list === 'steps'
    ? { ...words, steps: arrange(padded(words.steps, BLANK_ITEMS.steps), BLANK_ITEMS.steps) }
    : {
        ...words,
        findings: arrange(padded(words.findings, BLANK_ITEMS.findings), BLANK_ITEMS.findings),
      };
};

/** Arranges a list in the original and in every translation alike. */
export const withArranged = (
  form: PracticeForm,
  list: WordList,
  arrange: Arrange,
): PracticeForm => {
  const count = form.words[list].length;
  return {
    ...form,
    words: arranged(form.words, list, count, arrange),
    translations: Object.fromEntries(
      Object.entries(form.translations).map(([language, { status, words }]) => [
        language,
        { status, words: arranged(words, list, count, arrange) },
      ]),
    ),
  };
};

/** Fewest steps that a practice describes. */
const LEAST_STEPS = 2;

const isWhole = (items: readonly Readonly<Record<string, string>>[], least: number): boolean =>
  items.length >= least &&
  items.every((item) => Object.values(item).every((text) => text.trim() !== ''));

/** The parts that a submission wants, in the order of the form, each by the pointer that the server uses. */
export const WANTED: Readonly<Record<string, (form: PracticeForm) => boolean>> = {
  '/text/title': ({ words }) => words.title.trim() !== '',
  '/text/summary': ({ words }) => words.summary.trim() !== '',
  '/facts/themes': ({ facts }) => facts.themes.length > 0,
  '/facts/states': ({ facts }) => facts.states.length > 0,
  '/text/problem': ({ words }) => words.problem.trim() !== '',
  '/text/whoDoesWhat': ({ words }) => words.whoDoesWhat.trim() !== '',
  '/text/steps': ({ words }) => isWhole(words.steps, LEAST_STEPS),
  '/text/resources': ({ words }) => words.resources.trim() !== '',
  '/facts/costBand': ({ facts }) => facts.costBand !== null,
  '/text/findings': ({ words }) => isWhole(words.findings, 1),
  '/facts/evidenceStrength': ({ facts }) => facts.evidenceStrength !== null,
  '/text/conditions': ({ words }) => words.conditions.trim() !== '',
  '/text/didNotWork': ({ words }) => words.didNotWork.trim() !== '',
  '/audience/organizations': ({ audience }) =>
    audience.classification === 'public' ||
    audience.classification === 'community' ||
    audience.organizations.length > 0 ||
    (audience.classification === 'restricted' && audience.forums.length > 0),
};

/** What is still empty, by pointer. */
export const missingIn = (form: PracticeForm): readonly string[] =>
  Object.keys(WANTED).filter((pointer) => !WANTED[pointer]?.(form));

/** How many items a list takes at most. */
export const MOST: Readonly<Record<WordList, number>> = {
  steps: MAX_STEPS,
  findings: MAX_FINDINGS,
};
