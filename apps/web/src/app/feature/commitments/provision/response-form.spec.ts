import { describe, expect, it } from '@jest/globals';
import { emptyForm, formOf, pointedLanguage, requestOf } from './response-form';

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

  it('claims no position that nobody chose', () => {
    const empty = emptyForm('fr');
    expect(requestOf(empty)).toEqual({ language: 'fr', body: '', translations: [] });
    expect(requestOf({ ...empty, position: 'noted' })).toMatchObject({ position: 'noted' });
  });

  it('knows which text a fault is of', () => {
    expect(pointedLanguage(said, '/body')).toBe('pt');
    expect(pointedLanguage(said, '/translations/0/body')).toBe('es');
    expect(pointedLanguage(said, '/position')).toBeNull();
  });
});
