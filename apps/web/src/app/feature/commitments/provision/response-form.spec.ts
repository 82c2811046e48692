import { describe, expect, it } from '@jest/globals';
import { emptyForm, formOf, isReady, pointedLanguage, requestOf } from './response-form';

const said = formOf({
  ...{ version: 1, position: 'noted', on: '2026-01-01', etag: 'x', earlier: [] },
  texts: [
    { language: 'pt', body: 'Tomamos nota dela.', status: 'original' },
    { language: 'es', body: 'Tomamos nota de ella.', status: 'human' },
  ],
});

describe('the form of a State’s answer', () => {
  it('says anew what was said, the original by itself', () => {
    expect(requestOf(said)).toEqual({
      ...{ position: 'noted', language: 'pt', body: 'Tomamos nota dela.' },
      translations: [{ language: 'es', body: 'Tomamos nota de ella.' }],
    });
  });

  it('is ready with a position and an original that is long enough', () => {
    const empty = emptyForm('fr');
    expect(isReady(empty)).toBe(false);
    const words = { ...empty.words, fr: 'Nous en prenons note.' };
    expect(isReady({ ...empty, words })).toBe(false);
    expect(isReady({ ...empty, words, position: 'noted' })).toBe(true);
    expect(isReady({ ...empty, words: { ...words, en: 'No' }, position: 'noted' })).toBe(false);
  });

  it('knows which text a fault is of', () => {
    expect(pointedLanguage(said, '/body')).toBe('pt');
    expect(pointedLanguage(said, '/translations/0/body')).toBe('es');
    expect(pointedLanguage(said, '/position')).toBeNull();
  });
});
