import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../codes/participants.js';
import { LABELS } from './labels.js';

describe('labels', () => {
  it.each(Object.entries(LABELS))('of %s are there, trimmed and distinct', (_, labels) => {
    const codes = Object.keys(labels.es).sort();
    for (const language of LANGUAGES) {
      expect(Object.keys(labels[language]).sort()).toEqual(codes);
      const texts = Object.values<string>(labels[language]);
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(text).toBe(text.trim());
      for (const text of texts) expect(text).not.toBe('');
    }
  });
});
