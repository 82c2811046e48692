import { Injectable, signal } from '@angular/core';
import * as z from 'zod';
import { takeEarly } from '../api/early-answers';

const environmentFile = z.object({ issuer: z.url(), clientId: z.string(), demo: z.boolean() });

/** Where people sign in, and whether the figures are samples. */
export type EnvironmentFile = z.infer<typeof environmentFile>;

/** The settings that the server gives this page, read once and never waited for by the start. */
@Injectable({ providedIn: 'root' })
export class Environment {
  private readonly file = signal<EnvironmentFile | null>(null);
  private reading: Promise<EnvironmentFile | null> | null = null;

  /** The settings, or null until they came. */
  readonly current = this.file.asReadonly();

  /** Reads the settings; null where they could not be had, and the next call tries again. */
  read(): Promise<EnvironmentFile | null> {
    this.reading ??= this.fetch().finally(() => {
      if (this.file() === null) this.reading = null;
    });
    return this.reading;
  }

  private async fetch(): Promise<EnvironmentFile | null> {
    try {
      const answer = (await takeEarly('/env.json')) ?? (await fetch('/env.json'));
      const parsed = environmentFile.safeParse(await answer.json());
      this.file.set(parsed.success ? parsed.data : null);
    } catch {
      this.file.set(null);
    }
    return this.file();
  }
}
