import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CLASSIFICATIONS, LANGUAGES, PROVISION_THEMES } from '@enlace/domain';
import { DEMO_SEEDS, REFERENCE_SEEDS } from './index.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../seeds/${path}.json`, import.meta.url), 'utf8'));

const { concepts } = REFERENCE_SEEDS.thesaurus.parse(read('reference/thesaurus'));
const { groups } = REFERENCE_SEEDS.recommendations.parse(read('reference/recommendations'));
const { practices } = DEMO_SEEDS.practices.parse(read('demo/practices'));
const { organizations } = DEMO_SEEDS.organizations.parse(read('demo/organizations'));

const all = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

describe('the thesaurus', () => {
  it('has one meaning for each theme, and says each term once', () => {
    const themes = concepts.flatMap(({ theme }) => theme ?? []);
    expect(themes.toSorted()).toEqual(PROVISION_THEMES.toSorted());
    expect(concepts.length).toBeGreaterThanOrEqual(80);
    expect(all(concepts.map(({ code }) => code))).toHaveLength(concepts.length);
    for (const { terms } of concepts) {
      for (const language of LANGUAGES) {
        const lower = terms[language].map((term) => term.toLowerCase());
        expect(all(lower)).toEqual(lower.toSorted());
      }
    }
  });
});

describe('sample practices', () => {
  it('are in every state, audience and language, from all kinds of organization', () => {
    expect(all(practices.map(({ state }) => state))).toEqual(
      ['draft', 'submitted', 'in-review', 'returned', 'published', 'withdrawn'].toSorted(),
    );
    expect(all(practices.map(({ classification }) => classification))).toEqual(
      CLASSIFICATIONS.toSorted(),
    );
    expect(all(practices.map(({ language }) => language))).toEqual(LANGUAGES.toSorted());
    const kinds = new Map(organizations.map(({ alias, kind }) => [alias, kind]));
    const used = all(practices.map(({ organization }) => kinds.get(organization) ?? ''));
    for (const kind of ['agency', 'civil-society', 'state']) expect(used).toContain(kind);
  });

  it('have their original, and help with provisions that exist', () => {
    const numbers = groups.flatMap(({ recommendations }) =>
      recommendations.map(({ code }) => code),
    );
    for (const { language, texts, provisions, state, reason } of practices) {
      expect(texts).toHaveProperty(language);
      for (const number of provisions) expect(numbers).toContain(number);
      expect(reason !== null).toBe(state === 'returned' || state === 'withdrawn');
    }
  });
});
