import { describe, expect, it } from '@jest/globals';
import { chooseSpans, phrasesOf, splitQuery, windowsOf } from './sought-words.js';

describe('words of a query', () => {
  it.each(['A.5', 'a5', 'A-5', 'A 5', 'a.5.'])('reads %s as the number of a provision', (text) => {
    expect(splitQuery(`trata ${text} frontera`)).toEqual({
      codes: ['A5'],
      words: ['trata', 'frontera'],
    });
  });

  it.each(['llega a 5 países', 'A51', 'ha5', 'I5'])('finds no number in "%s"', (text) => {
    expect(splitQuery(text).codes).toEqual([]);
  });

  it('leaves out signs, and words beyond the twelfth', () => {
    expect(splitQuery('% d’asile, (trata)').words).toEqual(['d', 'asile', 'trata']);
    expect(splitQuery('una '.repeat(40)).words).toHaveLength(12);
  });

  it('begins and ends no phrase with a word that says nothing', () => {
    const phrases = phrasesOf('es', ['altern', '', '', 'detenc']);
    expect(phrases.map(({ from, to, key }) => [from, to, key])).toEqual([
      [0, 1, 'altern'],
      [0, 4, 'altern detenc'],
      [3, 4, 'detenc'],
    ]);
  });

  it('prefers the longest phrase and keeps what stands for the same one', () => {
    const found = [
      { from: 0, to: 1, concept: 'children' },
      { from: 0, to: 3, concept: 'unaccompanied-children' },
      { from: 2, to: 4, concept: 'transit' },
      { from: 3, to: 4, concept: 'border' },
      { from: 3, to: 4, concept: 'border-monitoring' },
    ];
    const concepts = chooseSpans(found).map((group) => group.map(({ concept }) => concept));
    expect(concepts).toEqual([['unaccompanied-children'], ['border', 'border-monitoring']]);
  });

  it('looks for slips only where nothing stands for the words yet', () => {
    expect(windowsOf([true, false, true, true], 2)).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
      { from: 2, to: 4 },
      { from: 3, to: 4 },
    ]);
  });
});
