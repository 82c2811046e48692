import { describe, expect, it } from '@jest/globals';
import type { PracticeWords } from '@enlace/contract';
import { practiceDraft } from '@enlace/contract';
import type { PracticeForm } from './practice-form.model';
import {
  adding,
  blankWords,
  changedTranslations,
  draftOf,
  missingIn,
  moving,
  removing,
  sameDraft,
  wholeNumber,
  withArranged,
  withItem,
} from './practice-form.model';

const words: PracticeWords = {
  ...{ title: 'Rota', summary: 'Shared', problem: 'Nobody there', legalBasis: '' },
  ...{ whoDoesWhat: 'All', resources: 'Six', conditions: 'One page', didNotWork: 'Nights' },
  steps: ['a', 'b', 'c'].map((step) => ({ title: step, body: `${step} body` })),
  findings: [{ figure: '212 of 219', what: 'shifts', source: 'records' }],
};

const form: PracticeForm = {
  language: 'en',
  words,
  translations: {
    es: {
      status: 'human',
      words: { ...blankWords(words), title: 'Rol', steps: [{ title: 'A', body: 'cuerpo' }] },
    },
  },
  facts: {
    ...{ themes: ['asylum'], states: ['CRI'], provisions: [], runningSince: '2024-02' },
    ...{ people: '6', setUpMonths: '', costBand: 'low', evidenceStrength: 'counted' },
    files: [],
  },
  audience: { classification: 'public', forums: [], organizations: [], withheldFrom: [] },
};

const titles = ({ steps }: PracticeWords): string[] => steps.map(({ title }) => title);

describe('The form of a practice', () => {
  it('sends what the contract takes, with what cannot be read left out', () => {
    const typed = { ...form, facts: { ...form.facts, people: 'six', runningSince: '2024' } };
    const draft = practiceDraft.parse(draftOf(typed));
    expect(draft.facts).toMatchObject({ people: null, runningSince: null, setUpMonths: null });
    expect(draft.text.steps).toHaveLength(3);
  });

  it('names a file by its own name until somebody says what it is', () => {
    const file = { id: crypto.randomUUID(), name: 'registro.csv', mediaType: 'text/csv', size: 9 };
    const titled = (title: string): unknown =>
      draftOf({ ...form, facts: { ...form.facts, files: [{ ...file, title }] } }).facts.files;
    expect(titled(' Registro ')).toEqual([{ id: file.id, title: 'Registro' }]);
    expect(titled('R ')).toEqual([{ id: file.id, title: 'registro.csv' }]);
  });

  it('is the same as long as only spaces at the ends differ', () => {
    expect(sameDraft(form, { ...form, words: { ...words, title: 'Rota ' } })).toBe(true);
    expect(sameDraft(form, { ...form, words: { ...words, title: 'Rotas' } })).toBe(false);
  });

  it('moves a step in every language alike, also where a translation lags behind', () => {
    const moved = withArranged(form, 'steps', moving(0, 2));
    expect(titles(moved.words)).toEqual(['b', 'c', 'a']);
    expect(titles(moved.translations.es?.words ?? words)).toEqual(['', '', 'A']);
    const removed = withArranged(moved, 'steps', removing(1));
    expect(titles(removed.words)).toEqual(['b', 'a']);
    expect(titles(removed.translations.es?.words ?? words)).toEqual(['', 'A']);
    expect(titles(withArranged(form, 'steps', adding).words)).toEqual(['a', 'b', 'c', '']);
  });

  it('changes one item of a list and makes a short translation long enough', () => {
    const es = form.translations.es?.words ?? words;
    expect(titles(withItem(es, 'steps', 2, { title: 'C' }))).toEqual(['A', '', 'C']);
  });

  it('says what a submission still wants', () => {
    expect(missingIn(form)).toEqual([]);
    const [first] = words.steps;
    const steps = first === undefined ? [] : [first];
    const restricted = { ...form.audience, classification: 'restricted' as const };
    expect(
      missingIn({ ...form, words: { ...words, summary: ' ', steps }, audience: restricted }),
    ).toEqual(['/text/summary', '/text/steps', '/audience/organizations']);
  });

  it('sends a translation once there is something in it, and again when it is confirmed', () => {
    const begun: PracticeForm = {
      ...form,
      translations: { ...form.translations, fr: { status: 'machine', words: blankWords(words) } },
    };
    expect(changedTranslations(begun, form)).toEqual([]);
    const fr = { status: 'machine', words: { ...blankWords(words), title: 'Tour' } } as const;
    const typed = { ...form, translations: { ...form.translations, fr } };
    expect(changedTranslations(typed, form)).toEqual(['fr']);
    const confirmed = {
      ...typed,
      translations: { ...typed.translations, fr: { ...fr, status: 'human' as const } },
    };
    expect(changedTranslations(confirmed, typed)).toEqual(['fr']);
    expect(changedTranslations(typed, typed)).toEqual([]);
  });

  it('reads whole numbers within their limits only', () => {
    expect(wholeNumber('1 200', 1, 9999)).toBe(1200);
    expect(wholeNumber('0', 1, 9999)).toBeNull();
    expect(wholeNumber('-3', 0, 120)).toBeNull();
    expect(wholeNumber('121', 0, 120)).toBeNull();
  });
});
