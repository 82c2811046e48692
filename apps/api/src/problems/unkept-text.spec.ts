import { expect, it } from '@jest/globals';
import { unkeptText } from './unkept-text.js';

it.each([
  [{ q: 'Panamá 🌎' }, null],
  [{ q: 'a\0b' }, '/query/q'],
  [{ words: ['fine', { title: '\ud800' }] }, '/query/words/1/title'],
  [{ codes: { 'A\0': 'CHN' } }, '/query/codes'],
  [{ count: 3, none: null }, null],
])('%j: what cannot be kept is at %s', (value, pointer) => {
  expect(unkeptText(value, '/query')).toBe(pointer);
});
