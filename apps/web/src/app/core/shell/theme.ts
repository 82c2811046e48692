import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { readPreference, writePreference } from '../config/preference';

/** Light, dark, or what the system says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** The colour theme, remembered on this device. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly choice = signal<ThemeChoice>('system');
  readonly current = this.choice.asReadonly();

  constructor() {
    const kept = readPreference('theme');
    this.apply(THEMES.find((theme) => theme === kept) ?? 'system');
  }

  /** Switches the theme and remembers it. */
  use(theme: ThemeChoice): void {
    writePreference('theme', theme === 'system' ? null : theme);
    this.apply(theme);
  }

  private apply(theme: ThemeChoice): void {
    this.choice.set(theme);
    const root = this.document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  }
}
