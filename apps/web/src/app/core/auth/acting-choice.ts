import { Injectable, signal } from '@angular/core';
import { readPreference, writePreference } from '../config/preference';

/** Alias of the organization that this device last acted for; sent with every request. */
@Injectable({ providedIn: 'root' })
export class ActingChoice {
  private readonly alias = signal(readPreference('acting'));
  readonly current = this.alias.asReadonly();

  /** Remembers the choice; null forgets it. */
  choose(alias: string | null): void {
    this.alias.set(alias);
    writePreference('acting', alias);
  }
}
