import { Injectable, computed, signal } from '@angular/core';

/** Whether the server can be reached, and what still waits to be sent. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly since = signal<Date | null>(null);
  private readonly waiting = signal(0);
  private readonly sent = signal<Date | null>(null);

  /** When the line was lost; null while it is up. */
  readonly offlineSince = this.since.asReadonly();
  readonly offline = computed(() => this.since() !== null);
  /** Changes kept on this device that are not sent yet. */
  readonly unsent = this.waiting.asReadonly();
  /** When a change was last sent; null before the first. */
  readonly lastSent = this.sent.asReadonly();

  constructor() {
    if (!navigator.onLine) this.lost();
    addEventListener('offline', () => {
      this.lost();
    });
    addEventListener('online', () => {
      this.reached();
    });
  }

  /** A request did not reach the server. */
  lost(): void {
    this.since.update((since) => since ?? new Date());
  }

  /** The server answered. */
  reached(): void {
    this.since.set(null);
  }

  /** A screen that saves by itself says how many changes wait. */
  setUnsent(count: number): void {
    this.waiting.set(count);
    if (count === 0) this.sent.set(new Date());
  }
}
