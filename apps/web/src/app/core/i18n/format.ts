import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { FigureAnswer } from '@enlace/contract';
import { nationalityName } from '@enlace/domain';
import { Language } from './language';

/** So that a comma is never read as a decimal, thousands are parted alike in all languages. */
const NARROW_NO_BREAK_SPACE = '\u202f';

/** Formats are costly to make and a screen writes hundreds of days and numbers: each is made once. */
const made = new Map<string, unknown>();

const once = <T>(kind: string, locale: string, options: object, make: () => T): T => {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
};

const numberFormat = (locale: string): Intl.NumberFormat =>
  once('number', locale, {}, () => new Intl.NumberFormat(locale, { useGrouping: 'always' }));

const dayFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('day', locale, options, () => new Intl.DateTimeFormat(locale, options));

const pluralRules = (locale: string): Intl.PluralRules =>
  once('plural', locale, {}, () => new Intl.PluralRules(locale));

/** Writes numbers, figures, dates and names in the reader's language. */
@Injectable({ providedIn: 'root' })
export class Format {
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);

  /** A number with narrow no-break spaces between thousands. */
  number(value: number): string {
    return numberFormat(this.language.current())
      .formatToParts(value)
      .map(({ type, value: part }) => (type === 'group' ? NARROW_NO_BREAK_SPACE : part))
      .join('');
  }

  /** A figure as its reader may see it. */
  figure(figure: FigureAnswer): string {
    switch (figure.kind) {
      case 'exact':
        return this.number(figure.value);
      case 'fewer-than-ten':
        return '<10';
      case 'not-reported':
        return this.text('figure.notReported');
      case 'about':
        return this.text('figure.about', {
          middle: this.number(figure.middle),
          low: this.number(figure.low),
          high: this.number(figure.high),
        });
    }
  }

  /** A day such as "26 Nov 2026", from `2026-11-26`. */
  date(day: string): string {
    return this.day(day, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** A day without its year. */
  shortDate(day: string): string {
    return this.day(day, { day: 'numeric', month: 'short' });
  }

  /** An instant in the reader's own time zone. */
  dateTime(instant: string | Date): string {
    return dayFormat(this.locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(instant),
    );
  }

  /** The time of day of an instant, such as "09:42". */
  time(instant: string | Date): string {
    return dayFormat(this.locale(), { hour: '2-digit', minute: '2-digit' }).format(
      new Date(instant),
    );
  }

  /** `2026-10` as "October 2026"; a year stays as it is. */
  month(period: string): string {
    if (!period.includes('-')) return period;
    return this.day(`${period.slice(0, 7)}-01`, { month: 'long', year: 'numeric' });
  }

  /** `2026-10` as "Oct". */
  shortMonth(period: string): string {
    return this.day(`${period.slice(0, 7)}-01`, { month: 'short' });
  }

  /** Name of a country, territory or nationality by its alpha-3 code. */
  country(code: string): string {
    return nationalityName(code, this.language.current());
  }

  /** "3 days left", "today" or "3 days over", for days left (negative: over). */
  relativeDays(days: number): string {
    if (days === 0) return this.text('days.today');
    return this.counted(days > 0 ? 'days.left' : 'days.over', Math.abs(days));
  }

  /** The text of `key` that fits a number: its `.one` or its `.other`. */
  counted(key: string, count: number, values: Record<string, string> = {}): string {
    const one = pluralRules(this.language.current()).select(count) === 'one';
    return this.text(`${key}.${one ? 'one' : 'other'}`, { ...values, count: this.number(count) });
  }

  /** A text with its values filled in. */
  text(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(key, values, this.language.current());
  }

  private locale(): string {
    // Day before month in English too.
    const language = this.language.current();
    return language === 'en' ? 'en-GB' : language;
  }

  private day(day: string, options: Intl.DateTimeFormatOptions): string {
    return dayFormat(this.locale(), { ...options, timeZone: 'UTC' }).format(
      new Date(`${day.slice(0, 10)}T00:00:00Z`),
    );
  }
}
