import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Language as LanguageCode } from '@enlace/domain';
import { LANGUAGES } from '@enlace/domain';
import { readPreference, writePreference } from '../config/preference';

const asLanguage = (text: string | null | undefined): LanguageCode | null =>
  LANGUAGES.find((language) => language === text?.slice(0, 2).toLowerCase()) ?? null;

/** The language of the screens; changing it needs no reload. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly code = signal<LanguageCode>('en');

  readonly current = this.code.asReadonly();

  constructor() {
    const preferred = navigator.languages.map(asLanguage).find((language) => language !== null);
    this.apply(asLanguage(readPreference('language')) ?? preferred ?? 'en');
  }

  /** Switches to a language and remembers it on this device. */
  use(language: LanguageCode): void {
    writePreference('language', language);
    this.apply(language);
  }

  /** Switches to the person's own language unless this device remembers another choice. */
  suggest(language: LanguageCode): void {
    if (readPreference('language') === null) this.apply(language);
  }

  private apply(language: LanguageCode): void {
    this.code.set(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
  }
}
