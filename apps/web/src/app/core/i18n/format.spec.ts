import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { TranslocoService } from '@jsverse/transloco';
import type { Language as LanguageCode } from '@enlace/domain';
import { LANGUAGES } from '@enlace/domain';
import { Format } from './format';
import { Language } from './language';
import { provideTexts } from './texts.harness';

const formatIn = async (code: LanguageCode): Promise<Format> => {
  const transloco = TestBed.inject(TranslocoService);
  await new Promise((resolve) => transloco.load(code).subscribe(resolve));
  TestBed.inject(Language).use(code);
  return TestBed.inject(Format);
};

describe('Format', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideTexts()],
    });
  });

  it.each(LANGUAGES)('parts thousands with a narrow no-break space in %s', async (code) => {
    const format = await formatIn(code);
    expect(format.number(1330)).toBe('1\u202f330');
    expect(format.number(1234567)).toBe('1\u202f234\u202f567');
  });

  it('writes each kind of figure', async () => {
    const format = await formatIn('en');
    expect(format.figure({ kind: 'exact', value: 0 })).toBe('0');
    expect(format.figure({ kind: 'fewer-than-ten' })).toBe('<10');
    expect(format.figure({ kind: 'about', low: 100, middle: 130, high: 162 })).toBe(
      'about 130 (100 to 162)',
    );
    expect(format.figure({ kind: 'not-reported' })).toBe('no report');
  });

  it('writes days and months in the language, the day first', async () => {
    const english = await formatIn('en');
    expect(english.date('2026-11-26')).toBe('26 Nov 2026');
    expect(english.month('2026-10')).toBe('October 2026');
    const spanish = await formatIn('es');
    expect(spanish.month('2026-10')).toBe('octubre de 2026');
    expect(spanish.month('2019')).toBe('2019');
  });

  it('says how near a day is', async () => {
    const format = await formatIn('en');
    expect(format.relativeDays(0)).toBe('due today');
    expect(format.relativeDays(1)).toBe('1 day left');
    expect(format.relativeDays(3)).toBe('3 days left');
    expect(format.relativeDays(-3)).toBe('3 days over');
  });

  it.each(LANGUAGES)('does not swap the two Congos in %s', async (code) => {
    const format = await formatIn(code);
    expect(format.country('COD')).toMatch(/d[e\u00e9]mocr|kinshasa/i);
    expect(format.country('COG')).toContain('Congo');
    expect(format.country('COG')).not.toMatch(/d[e\u00e9]mocr|kinshasa/i);
  });
});
