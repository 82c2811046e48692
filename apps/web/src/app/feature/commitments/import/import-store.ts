import { Injectable, computed, inject, signal } from '@angular/core';
import {
  followUpImport,
  followUpImportCheck,
  type FollowUpImport,
  type FollowUpImportCheck,
} from '@enlace/contract';
import type { FollowUpSheet } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { saveFile } from '../../../core/api/save-file';
import { MAX_BYTES } from './import-model';

/** A file of follow-up on its way: chosen, checked, imported. */
@Injectable()
export class FollowUpImportStore {
  private readonly api = inject(Api);
  private readonly key = new RetryKey();
  private readonly chosen = signal<File | null>(null);

  readonly fileName = computed(() => this.chosen()?.name ?? null);
  readonly tooLarge = signal(false);
  readonly check = signal<FollowUpImportCheck | null>(null);
  readonly result = signal<FollowUpImport | null>(null);
  readonly busy = signal<'checking' | 'importing' | null>(null);
  readonly failure = signal<unknown>(null);

  /** Takes a file; nothing leaves the device yet. */
  choose(file: File | undefined): void {
    this.clear();
    this.tooLarge.set((file?.size ?? 0) > MAX_BYTES);
    if (file && file.size <= MAX_BYTES) this.chosen.set(file);
  }

  /** Forgets the file and all that was said about it. */
  clear(): void {
    this.chosen.set(null);
    this.tooLarge.set(false);
    this.check.set(null);
    this.result.set(null);
    this.failure.set(null);
  }

  /** Asks what the file would make. */
  ask(forum: string): Promise<void> {
    return this.attempt('checking', async (file) => {
      this.check.set(null);
      const path = `forums/${forum}/imports/dry-run`;
      this.check.set(await this.api.upload(path, file, followUpImportCheck, () => undefined));
    });
  }

  /** Imports the file that was checked; sent again after a lost line it makes nothing twice. */
  take(forum: string): Promise<void> {
    return this.attempt('importing', async (file) => {
      const { name, size, lastModified } = file;
      const idempotencyKey = this.key.for([forum, name, size, lastModified]);
      const path = `forums/${forum}/imports`;
      try {
        const options = { idempotencyKey };
        this.result.set(
          await this.api.upload(path, file, followUpImport, () => undefined, options),
        );
        this.key.used();
      } catch (error) {
        // Something changed since the check: what the file would make now is another question.
        if (error instanceof ProblemError) {
          this.key.used();
          this.check.set(null);
        }
        throw error;
      }
    });
  }

  /** Saves the template: the workbook, or the headings of one kind. */
  async template(forum: string, sheet: FollowUpSheet | null): Promise<void> {
    this.failure.set(null);
    try {
      const path = `forums/${forum}/imports/template.${sheet === null ? 'xlsx' : 'csv'}`;
      const file = await this.api.download(path, { sheet });
      saveFile(file, sheet === null ? `enlace-${forum}.xlsx` : `enlace-${forum}-${sheet}.csv`);
    } catch (error) {
      this.failure.set(error);
    }
  }

  private async attempt(
    what: 'checking' | 'importing',
    work: (file: File) => Promise<void>,
  ): Promise<void> {
    const file = this.chosen();
    if (file === null || this.busy() !== null) return;
    this.busy.set(what);
    this.failure.set(null);
    try {
      await work(file);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}
