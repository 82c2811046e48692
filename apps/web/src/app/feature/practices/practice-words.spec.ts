import { describe, expect, it } from '@jest/globals';
import type { PracticeText } from './practice-words';
import { isMixed, readText, tellIn } from './practice-words';

const original: PracticeText = {
  ...{ language: 'en', status: 'original', title: 'Rota', summary: 'Shared', problem: 'Nobody' },
  ...{ legalBasis: '', whoDoesWhat: 'All', resources: 'Six', conditions: 'Page', didNotWork: '' },
  steps: [
    { title: 'Sign', body: 'One page' },
    { title: 'Share', body: 'The rota' },
  ],
  findings: [{ figure: '4', what: 'days', source: 'counts' }],
};
const spanish: PracticeText = {
  ...{ ...original, language: 'es', status: 'machine', title: 'Rol', summary: '' },
  steps: [{ title: 'Firmar', body: 'Una página' }],
};

describe('What a practice tells', () => {
  it('is in the reader’s language, else in the original one', () => {
    expect(readText({ texts: [original, spanish] }, 'es')).toBe(spanish);
    expect(readText({ texts: [original, spanish] }, 'fr')).toBe(original);
  });

  it('fills what the translation lacks from the original, each part with its language', () => {
    const told = tellIn({ texts: [original, spanish] }, 'es');
    expect(told?.title).toEqual({ text: 'Rol', lang: 'es' });
    expect(told?.summary).toEqual({ text: 'Shared', lang: 'en' });
    expect(told?.steps.map(({ title }) => title)).toEqual([
      { text: 'Firmar', lang: 'es' },
      { text: 'Share', lang: 'en' },
    ]);
    expect(told && isMixed(told)).toBe(true);
  });

  it('is not mixed where only what the original leaves open is missing', () => {
    const whole = { ...original, language: 'es', status: 'human' } as const;
    const told = tellIn({ texts: [original, whole] }, 'es');
    expect(told && isMixed(told)).toBe(false);
  });
});
