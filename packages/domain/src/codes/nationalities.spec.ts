import { describe, expect, it } from '@jest/globals';
import {
  EXTRA_CONTINENTAL_NATIONALITIES,
  findNationality,
  isExtraContinental,
  isNationality,
  isOfTheAmericas,
  LOOK_ALIKE_NATIONALITIES,
  NATIONALITIES,
  SPECIAL_NATIONALITIES,
} from './nationalities.js';
import { nationalitiesByName, nationalityName } from './nationality-names.js';
import { LANGUAGES } from './participants.js';

describe('nationalities', () => {
  it('are the 249 of ISO 3166-1 and five special ones, each once', () => {
    expect(NATIONALITIES).toHaveLength(249 + SPECIAL_NATIONALITIES.length);
    for (const key of ['code', 'alpha2', 'numeric'] as const) {
      const values = NATIONALITIES.map((nationality) => nationality[key]).filter(Boolean);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('pair numeric with alpha-2 as the runtime does', () => {
    for (const { alpha2, numeric } of NATIONALITIES) {
      if (numeric !== null) expect(new Intl.Locale(`und-${numeric}`).region).toBe(alpha2);
    }
    expect(findNationality('PAN')).toEqual({
      code: 'PAN',
      alpha2: 'PA',
      numeric: '591',
      region: 'americas',
      subregion: 'central-america',
    });
  });

  it('refuse codes that sources invent', () => {
    for (const code of ['TIB', 'OOO', 'STL', 'pan', '', 'PA', 'constructor']) {
      expect(isNationality(code)).toBe(false);
      expect(isExtraContinental(code)).toBe(false);
    }
  });

  it('are of the Americas, of outside the continent, or of unknown origin', () => {
    expect(NATIONALITIES.filter(({ code }) => isOfTheAmericas(code))).toHaveLength(57);
    for (const { code } of NATIONALITIES) {
      expect(isOfTheAmericas(code) && isExtraContinental(code)).toBe(false);
    }
    expect(
      NATIONALITIES.map(({ code }) => code).filter(
        (code) => !isOfTheAmericas(code) && !isExtraContinental(code),
      ),
    ).toEqual(['XXA', 'XXB', 'XXC', 'XXX']);
    expect(isExtraContinental('XKX')).toBe(true);
    expect(isExtraContinental('TWN')).toBe(true);
    expect(isExtraContinental('HTI')).toBe(false);
    expect(EXTRA_CONTINENTAL_NATIONALITIES).toHaveLength(249 - 57 + 1);
  });

  it('have look-alikes that exist', () => {
    expect(LOOK_ALIKE_NATIONALITIES.flat().every(isNationality)).toBe(true);
  });
});

describe('names of nationalities', () => {
  it('exist in every language, no two alike, none the bare code', () => {
    for (const language of LANGUAGES) {
      const named = nationalitiesByName(language);
      expect(new Set(named.map(({ name }) => name)).size).toBe(NATIONALITIES.length);
      for (const { code, name } of named) {
        expect(name).not.toBe(code);
        expect(name.length).toBeGreaterThan(2);
      }
    }
  });

  it('tell the two Congos apart in Portuguese', () => {
    expect(nationalityName('COD', 'pt')).toContain('Democrática');
    expect(nationalityName('COG', 'pt')).not.toContain('Democrática');
  });

  it('sort with accents where readers look for them', () => {
    const spanish = nationalitiesByName('es').map(({ code }) => code);
    expect(spanish.indexOf('ETH')).toBeLessThan(spanish.indexOf('PHL'));
    const french = nationalitiesByName('fr').map(({ code }) => code);
    expect(french.indexOf('EGY')).toBeLessThan(french.indexOf('FRA'));
    expect(nationalityName('OOO', 'es')).toBe('OOO');
  });
});
