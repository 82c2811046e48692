import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '@enlace/domain';
import type { ProblemTexts } from './problem-texts.js';
import { TEXTS } from './texts.js';

/** Every text of a language by its place, such as `problems.not-found.title`. */
const flat = ({ problems, rules }: ProblemTexts): Map<string, string> =>
  new Map([
    ...Object.entries(problems).flatMap(([code, { title, detail }]): [string, string][] => [
      [`problems.${code}.title`, title],
      [`problems.${code}.detail`, detail],
    ]),
    ...Object.entries(rules).map(([rule, text]): [string, string] => [`rules.${rule}`, text]),
  ]);

const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{[^}]*\}/g) ?? [])].toSorted();
const codeOf = (place: string): string => place.split('.')[1]!;

const PLACES = [...flat(TEXTS.en).keys()];
const others = LANGUAGES.filter((language) => language !== 'en');
const textIn = (language: Language, place: string): string | undefined =>
  flat(TEXTS[language]).get(place);

describe('the texts of problems and rules', () => {
  it.each(LANGUAGES)('exist in %s for the same codes, and for no other', (language) => {
    expect([...flat(TEXTS[language]).keys()].toSorted()).toEqual(PLACES.toSorted());
  });

  it.each(LANGUAGES)('in %s are real texts: neither empty nor the code itself', (language) => {
    const poor = [...flat(TEXTS[language])].filter(
      ([place, text]) => text.trim() !== text || text === '' || text === codeOf(place),
    );
    expect(poor).toEqual([]);
  });

  it.each(others)('take the same figures in %s as in English', (language) => {
    const unlike = PLACES.filter(
      (place) =>
        placeholders(textIn(language, place) ?? '').join() !==
        placeholders(textIn('en', place) ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it.each(LANGUAGES)('name their figures in %s as the filter fills them', (language) => {
    const odd = [...flat(TEXTS[language])].filter(([, text]) =>
      /[{}]/.test(text.replace(/\{\w+\}/g, '')),
    );
    expect(odd).toEqual([]);
  });

  it('take figures at all, so that comparing them means something', () => {
    const taking = PLACES.filter((place) => placeholders(textIn('en', place) ?? '').length > 0);
    expect(taking.length).toBeGreaterThan(5);
  });

  it.each(others)('in %s are translated: no sentence is the English one', (language) => {
    const same = PLACES.filter(
      (place) => !place.endsWith('.title') && textIn(language, place) === textIn('en', place),
    );
    expect(same).toEqual([]);
  });
});
