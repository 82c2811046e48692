import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ImportDryRun, ImportSettings, ImportStatus } from '@enlace/contract';
import { importDryRun, importStatus } from '@enlace/contract';
import { Api, OfflineError, ProblemError } from '../../core/api/api';
import type { ImportAbout } from './import-model';
import { isReady, MAX_CHARACTERS, withCodesOf } from './import-model';

const ASK_AGAIN = 1_000;

interface ChosenFile {
  readonly fileName: string;
  readonly text: string;
}

/** What was sent to be checked: anything but comments that changes asks for another check. */
const readingOf = (settings: ImportSettings): string =>
  JSON.stringify({ ...settings, confirmations: [] });

/** A file on its way: chosen, checked, imported. */
@Injectable()
export class ImportStore {
  private readonly api = inject(Api);
  private readonly chosen = signal<ChosenFile | null>(null);
  private readonly key = signal({ body: '', value: '' });
  /** What was said about the file before, so that a corrected file need not be mapped anew. */
  private before: ImportSettings | null = null;
  private ended = false;

  readonly fileName = computed(() => this.chosen()?.fileName ?? null);
  readonly fileFault = signal<'tooLarge' | 'unreadable' | null>(null);
  readonly settings = signal<ImportSettings | null>(null);
  readonly answer = signal<ImportDryRun | null>(null);
  readonly job = signal<ImportStatus | null>(null);
  readonly busy = signal(false);
  readonly failure = signal<unknown>(null);
  /** Whether the progress of a running import could not be read the last time. */
  readonly lost = signal(false);
  readonly cancelling = signal(false);
  readonly running = computed(() => {
    const state = this.job()?.state;
    return state === 'waiting' || state === 'running';
  });
  /** Whether something that decides how the file is read changed after its check. */
  readonly changed = computed(() => {
    const [settings, answer] = [this.settings(), this.answer()];
    return (
      settings !== null && answer !== null && readingOf(settings) !== readingOf(answer.settings)
    );
  });
  readonly ready = computed(() => {
    const [settings, answer] = [this.settings(), this.answer()];
    return settings !== null && answer !== null && !this.changed() && isReady(answer, settings);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.ended = true;
    });
  }

  /** Reads a file as text; nothing leaves the device yet. */
  async choose(file: File | undefined): Promise<void> {
    const before = this.settings() ?? this.before;
    this.clear();
    this.before = before;
    if (!file) return;
    // A character takes one byte at least.
    if (file.size > MAX_CHARACTERS * 4) {
      this.fileFault.set('tooLarge');
      return;
    }
    try {
      const text = await file.text();
      if (text.length > MAX_CHARACTERS) this.fileFault.set('tooLarge');
      else this.chosen.set({ fileName: file.name.slice(0, 200), text });
    } catch {
      this.fileFault.set('unreadable');
    }
  }

  /** Forgets the file and all that was said about it. */
  clear(): void {
    this.before = null;
    this.chosen.set(null);
    this.fileFault.set(null);
    this.settings.set(null);
    this.answer.set(null);
    this.job.set(null);
    this.failure.set(null);
  }

  change(next: (settings: ImportSettings) => ImportSettings): void {
    this.settings.update((settings) => settings && next(settings));
  }

  /** Asks what an import would do; the first time the server proposes how to read the file. */
  check(about: ImportAbout): Promise<void> {
    return this.attempt(async () => {
      const file = this.chosen();
      if (!file) return;
      const proposed =
        this.settings() ?? withCodesOf(this.before, (await this.dryRun(file, null)).settings);
      const answer = await this.dryRun(file, { ...proposed, ...about });
      if (this.chosen() !== file) return;
      this.settings.set(answer.settings);
      this.answer.set(answer);
    });
  }

  /** Begins the import and follows it; sent again after a lost line it begins nothing twice. */
  start(): Promise<void> {
    return this.attempt(async () => {
      const body = { ...this.chosen(), settings: this.settings() };
      const idempotencyKey = this.keyFor(JSON.stringify(body));
      try {
        const answer = await this.api.post('arrivals/imports', body, importStatus, {
          idempotencyKey,
        });
        this.job.set(answer.body);
      } catch (error) {
        if (error instanceof ProblemError) this.key.set({ body: '', value: '' });
        throw error;
      }
      this.cancelling.set(false);
      void this.follow();
    });
  }

  /** Asks the running import to stop; what it answers in the end is what counts. */
  async cancel(): Promise<void> {
    const job = this.job();
    if (!job) return;
    this.cancelling.set(true);
    this.failure.set(null);
    try {
      await this.api.post(`arrivals/imports/${job.id}/cancellation`, null, importStatus);
    } catch (error) {
      this.cancelling.set(false);
      // It ended meanwhile: the next look at it says how.
      if (!(error instanceof ProblemError) || error.code !== 'state-conflict') {
        this.failure.set(error);
      }
    }
  }

  private async follow(): Promise<void> {
    while (this.running() && !this.ended) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
      const id = this.job()?.id;
      if (id === undefined) return;
      try {
        const status = await this.api.get(`arrivals/imports/${id}`, importStatus);
        this.lost.set(false);
        this.job.set(status);
      } catch (error) {
        this.lost.set(true);
        if (error instanceof OfflineError) continue;
        this.failure.set(error);
      }
    }
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async dryRun(file: ChosenFile, settings: ImportSettings | null): Promise<ImportDryRun> {
    const body = { ...file, settings };
    return (await this.api.post('arrivals/imports/dry-run', body, importDryRun)).body;
  }

  private keyFor(body: string): string {
    if (this.key().body !== body) this.key.set({ body, value: crypto.randomUUID() });
    return this.key().value;
  }
}
