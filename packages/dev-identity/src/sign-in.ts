import { timingSafeEqual, createHash } from 'node:crypto';
import type { Person, Realm } from './realm.js';

interface Failures {
  count: number;
  lockedUntil: number;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Checks passwords and, like Keycloak, locks an account for a while after too many wrong ones. */
export class SignInDesk {
  private readonly failures = new Map<string, Failures>();

  constructor(
    private readonly realm: Realm,
    private readonly now: () => number = Date.now,
  ) {}

  /** The person, or undefined: a wrong name, a wrong password and a lock all look the same. */
  check(username: string, password: string): Person | undefined {
    const name = username.trim().toLowerCase();
    const state = this.failures.get(name) ?? { count: 0, lockedUntil: 0 };
    const person = this.realm.users.find(
      (user) => user.username === name || user.email.toLowerCase() === name,
    );
    const expected = person?.credentials[0]?.value ?? '';
    const right = timingSafeEqual(digest(password), digest(expected));
    if (this.now() < state.lockedUntil) return undefined;
    if (person?.enabled && right) {
      this.failures.delete(name);
      return person;
    }
    this.remember(name, state);
    return undefined;
  }

  private remember(name: string, state: Failures): void {
    const count = state.count + 1;
    const locked = count >= this.realm.failureFactor;
    // Names are typed by anyone: the list must not grow without end.
    if (this.failures.size > 10_000) this.failures.clear();
    this.failures.set(name, {
      count: locked ? 0 : count,
      lockedUntil: locked ? this.now() + this.realm.waitIncrementSeconds * 1000 : 0,
    });
  }
}
