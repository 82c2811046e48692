import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ImportDryRun, ImportSettings, ImportStatus } from '@enlace/contract';
import { importDryRun, importStatus } from '@enlace/contract';
import { Api, OfflineError, ProblemError } from '../../core/api/api';
import type { ProfileSubject } from '../../pattern/form/profile-subject';
import { isReady, MAX_CHARACTERS, withCodesOf, withColumnsOf } from './import-model';

/** Milliseconds until the progress is asked for again; they double while it cannot be read. */
const ASK_AGAIN = 1_000;
const ASK_AGAIN_AT_MOST = 30_000;

interface ChosenFile {
  readonly fileName: string;
  readonly text: string;
}

/** What was sent to be checked: anything but comments that changes asks for another check. */
const readingOf = (settings: ImportSettings): string =>
  JSON.stringify({ ...settings, confirmations: [] });

/** Whether the same question may well be answered later. */
const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status >= 500 || error.status === 429);

/** A file on its way: chosen, checked, imported. */
@Injectable()
export class ImportStore {
  private readonly api = inject(Api);
  private readonly chosen = signal<ChosenFile | null>(null);
  private readonly key = signal({ body: '', value: '' });
  /** What was said about the file before, so that a corrected file need not be mapped anew. */
  private before: ImportSettings | null = null;
  private ended = false;
  /** Ends the pause before the next look. */
  private wake: () => void = () => undefined;

  readonly fileName = computed(() => this.chosen()?.fileName ?? null);
  readonly fileFault = signal<'tooLarge' | 'unreadable' | null>(null);
  readonly settings = signal<ImportSettings | null>(null);
  readonly answer = signal<ImportDryRun | null>(null);
  readonly job = signal<ImportStatus | null>(null);
  readonly busy = signal(false);
  readonly failure = signal<unknown>(null);
  /** Whether the progress of a running import could not be read the last time. */
  readonly lost = signal(false);
  /** Whether nobody looks any more: the server refused to tell. */
  readonly stopped = signal(false);
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
      this.wake();
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
  check(about: ProfileSubject): Promise<void> {
    return this.attempt(async () => {
      const file = this.chosen();
      if (!file) return;
      const proposed = this.settings() ?? (await this.propose(file));
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
      this.lookAgain();
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
      this.wake();
    } catch (error) {
      this.cancelling.set(false);
      // It ended meanwhile: the next look at it says how.
      if (!(error instanceof ProblemError) || error.code !== 'state-conflict') {
        this.failure.set(error);
      }
    }
  }

  /** Follows the running import from now on. */
  lookAgain(): void {
    this.stopped.set(false);
    this.lost.set(false);
    this.failure.set(null);
    void this.follow();
  }

  private async follow(): Promise<void> {
    let pause = ASK_AGAIN;
    while (this.running() && !this.stopped()) {
      await this.rest(pause);
      const id = this.job()?.id;
      if (this.ended || id === undefined) return;
      pause = (await this.look(id)) ? ASK_AGAIN : Math.min(pause * 2, ASK_AGAIN_AT_MOST);
    }
  }

  /** Reads the progress once; whether it could be read. */
  private async look(id: string): Promise<boolean> {
    try {
      const status = await this.api.get(`arrivals/imports/${id}`, importStatus);
      this.lost.set(false);
      this.job.set(status);
      return true;
    } catch (error) {
      // A line that is down or a server that is busy comes back; a refusal stays one.
      const passing = error instanceof OfflineError || isPassing(error);
      this.lost.set(passing);
      this.stopped.set(!passing);
      if (!passing) this.failure.set(error);
      return false;
    }
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
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

  /** How the server would read the file, with what was said about the one before. */
  private async propose(file: ChosenFile): Promise<ImportSettings> {
    const { settings, headings } = await this.dryRun(file, null);
    return withColumnsOf(this.before, withCodesOf(this.before, settings), headings);
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
