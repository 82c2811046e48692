import { Component, computed, inject, input, model, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FileAnswer } from '@enlace/contract';
import { fileAnswer } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { RetryKey } from '../../core/api/retry-key';
import { FieldFaults } from '../form/field-faults';
import { PictureCheck } from './picture-check';

/** What may be chosen; the server looks at the content itself. */
const ACCEPTED = '.pdf,.docx,.xlsx,.csv,.png,.jpg,.jpeg';

/** Hands in a file as evidence; a picture waits until its uploader says that it shows nobody. */
@Component({
  selector: 'en-file-upload',
  imports: [TranslocoPipe, FieldFaults, PictureCheck],
  template: `
    <en-field-faults [problem]="failure()" [fieldOf]="fieldOf()" [nameOf]="nameOf" />
    <label class="field">
      <span>{{ 'files.choose' | transloco }}</span>
      <span class="xs muted">{{ 'files.help' | transloco }}</span>
      <input
        type="file"
        [id]="fieldId()"
        [accept]="accepted"
        [disabled]="busy() || disabled()"
        (change)="choose($event)"
      />
    </label>
    @if (percent(); as sent) {
      <progress max="100" [value]="sent" [attr.aria-label]="'files.sending' | transloco">
        {{ sent }} %
      </progress>
    }
    @if (picture(); as waiting) {
      <en-picture-check
        [name]="waiting.name"
        [file]="chosen()"
        (confirmed)="confirm()"
        (declined)="picture.set(null)"
      />
    }
  `,
  styles: `
    en-field-faults:not(:empty) {
      display: block;
      margin-top: 12px;
    }
    .field {
      margin: 16px 0 0;
    }
    .field span {
      display: block;
    }
    input {
      padding: 6px 12px;
    }
    progress {
      width: 100%;
      margin-top: 8px;
      accent-color: var(--primary);
    }
  `,
})
export class FileUpload {
  /** Where it is handed in, below /api/v1. */
  readonly path = input.required<string>();
  readonly fieldId = input.required<string>();
  /** Makes the file part of what is being written; what fails is told here and can be tried again. */
  readonly take = input.required<(file: FileAnswer) => void | Promise<void>>();
  readonly disabled = input(false);
  /** Whether something is on its way. */
  readonly busy = model(false);
  private readonly api = inject(Api);
  private readonly uploadKey = new RetryKey();
  protected readonly accepted = ACCEPTED;
  /** How much of a file is on its way, in percent; null: none is. */
  protected readonly percent = signal<number | null>(null);
  protected readonly picture = signal<FileAnswer | null>(null);
  protected readonly chosen = signal<File | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly fieldOf = computed(
    () =>
      (pointer: string): string | null =>
        pointer === '/file' ? this.fieldId() : null,
  );
  protected readonly nameOf = (): string => '';

  protected async choose({ target }: Event): Promise<void> {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file === undefined) return;
    this.chosen.set(file);
    this.picture.set(null);
    await this.attempt(async () => {
      const stored = await this.send(file);
      if (stored.confirmed) await this.take()(stored);
      else this.picture.set(stored);
    });
    this.percent.set(null);
    if (target instanceof HTMLInputElement) target.value = '';
  }

  /** The picture waits until it is taken: what fails on the way can be tried again. */
  protected async confirm(): Promise<void> {
    const picture = this.picture();
    if (picture === null || this.busy()) return;
    await this.attempt(async () => {
      const confirmed = picture.confirmed ? picture : await this.confirmed(picture);
      this.picture.set(confirmed);
      await this.take()(confirmed);
      this.picture.set(null);
    });
  }

  private async send(file: File): Promise<FileAnswer> {
    const path = this.path();
    this.percent.set(0);
    const idempotencyKey = this.uploadKey.for([path, file.name, file.size, file.lastModified]);
    const stored = await this.api.upload(
      ...([path, file, fileAnswer] as const),
      (percent) => {
        this.percent.set(percent);
      },
      { idempotencyKey },
    );
    this.uploadKey.used();
    return stored;
  }

  private async confirmed({ id, etag }: FileAnswer): Promise<FileAnswer> {
    const options = { ifMatch: `"${etag}"` };
    return (await this.api.post(`files/${id}/confirmation`, {}, fileAnswer, options)).body;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await act();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
