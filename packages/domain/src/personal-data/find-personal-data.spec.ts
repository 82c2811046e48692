import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BAD_NOTES } from './corpus/bad.js';
import { HONEST_NOTES } from './corpus/honest.js';
import { findPersonalData } from './find-personal-data.js';

/** The specs' only output; the package itself knows no console. */
declare const console: { readonly log: (...values: unknown[]) => void };

const textOf = (note: string): string[] =>
  findPersonalData(note).map(({ kind, start, end }) => `${kind}: ${note.slice(start, end)}`);

describe('personal data in notes', () => {
  it('is found in none of 200 honest notes', () => {
    expect(HONEST_NOTES).toHaveLength(200);
    expect(HONEST_NOTES.flatMap((note) => textOf(note).map((hit) => [note, hit]))).toEqual([]);
  });

  it('is found in at least nine of ten bad notes', () => {
    expect(new Set(BAD_NOTES).size).toBe(200);
    const missed = BAD_NOTES.filter((note) => findPersonalData(note).length === 0);
    const caught = BAD_NOTES.length - missed.length;
    console.log(
      `personal data: ${caught} of ${BAD_NOTES.length} bad notes caught; missed:`,
      missed,
    );
    expect(caught / BAD_NOTES.length).toBeGreaterThanOrEqual(0.9);
  });

  it('is told with its place in the text as written', () => {
    expect(textOf('Señora, cédula Nº 8‑765‑4321 y ａ@b.org')).toEqual([
      'identity-document: 8‑765‑4321',
      'email: ａ@b.org',
    ]);
    expect(textOf('CPF 123.456.\u200b789-09')).toHaveLength(1);
  });

  it('is looked for in any text in order, without overlap and in little time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
    const began = Date.now();
    for (const hostile of ['1 ', 'tel ', '1-', 'a.', 'pasaporte ', 'nacido ', '12 de ', '<a'])
      findPersonalData(hostile.repeat(1000));
    expect(Date.now() - began).toBeLessThan(5000);
  });
});
