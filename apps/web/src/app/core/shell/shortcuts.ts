import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../auth/session';
import { readPreference, writePreference } from '../config/preference';

/** A second letter must follow the first within this time. */
const PATIENCE = 1500;
const TYPING = 'input, select, textarea, [contenteditable], [role="grid"], dialog[open]';

/** Where `G` and a second letter lead. */
const PLACES: Readonly<Record<string, string>> = { d: '/desk', a: '/arrivals' };

/** The single-letter keys of the whole application; they can be turned off. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly inUse = signal(readPreference('keys') !== 'off');
  private readonly shown = signal(false);
  private goUntil = 0;

  readonly enabled = this.inUse.asReadonly();
  /** Whether the list of keys is open. */
  readonly listed = this.shown.asReadonly();

  /** Turns single-letter keys on or off on this device. */
  use(enabled: boolean): void {
    this.inUse.set(enabled);
    writePreference('keys', enabled ? null : 'off');
  }

  /** Opens or closes the list of keys. */
  list(open: boolean): void {
    this.shown.set(open);
  }

  /** Acts on a key unless it is typed into something. */
  press(event: KeyboardEvent): void {
    if (!this.hears(event)) return;
    const key = event.key.toLowerCase();
    const place = event.timeStamp < this.goUntil ? PLACES[key] : undefined;
    this.goUntil = 0;
    if (place !== undefined) this.go(place, event);
    else if (key === 'g') this.goUntil = event.timeStamp + PATIENCE;
    else if (key === '?') this.open(event);
    else if (key === '/') this.search(event);
  }

  /** Whether single-letter keys are on and this one is not typed into something. */
  hears(event: KeyboardEvent): boolean {
    const target = event.target instanceof Element ? event.target : null;
    const typed = target?.closest(TYPING) != null;
    return this.inUse() && !typed && !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  private go(place: string, event: KeyboardEvent): void {
    if (place === '/desk' && !this.session.can('desk.read')) return;
    event.preventDefault();
    void this.router.navigateByUrl(place);
  }

  private open(event: KeyboardEvent): void {
    event.preventDefault();
    this.shown.set(true);
  }

  private search(event: KeyboardEvent): void {
    const box = this.document.querySelector<HTMLInputElement>('input[type="search"]');
    if (box === null) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
}
