import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvidenceRequest, FileAnswer, ProgressReportAnswer } from '@enlace/contract';
import { fileAnswer, progressReportAnswer } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { EvidenceItems } from '../evidence-items';
import { FieldFaults } from '../../../pattern/form/field-faults';
import { PictureCheck } from './picture-check';

/** What may be chosen; the server looks at the content itself. */
const ACCEPTED = '.pdf,.docx,.xlsx,.csv,.png,.jpg,.jpeg';

/** Evidence of a report that is being written: links and files. */
@Component({
  selector: 'en-report-evidence',
  imports: [TranslocoPipe, EvidenceItems, FieldFaults, PictureCheck],
  templateUrl: './report-evidence.html',
  styleUrl: './report-evidence.css',
})
export class ReportEvidence {
  readonly report = input.required<ProgressReportAnswer>();
  readonly answered = output<ProgressReportAnswer>();
  private readonly api = inject(Api);
  private readonly retryKey = new RetryKey();
  private readonly uploadKey = new RetryKey();
  protected readonly title = signal('');
  protected readonly url = signal('');
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly ready = computed(
    () => this.title().trim().length >= 3 && URL.canParse(this.url().trim()),
  );
  protected readonly accepted = ACCEPTED;
  /** How much of a file is on its way, in percent; null: none is. */
  protected readonly percent = signal<number | null>(null);
  /** A picture that waits until its uploader says that nobody can be recognized in it. */
  protected readonly picture = signal<FileAnswer | null>(null);
  protected readonly chosen = signal<File | null>(null);
  protected readonly fieldOf = (pointer: string): string | null =>
    ({ '/title': 'evidence-title', '/url': 'evidence-url', '/file': 'evidence-file' })[pointer] ??
    null;
  protected readonly nameOf = (): string => '';

  protected async addLink(): Promise<void> {
    if (!this.ready()) return;
    const added = await this.add({
      ...{ kind: 'link', title: this.title().trim(), url: this.url().trim() },
    });
    if (!added) return;
    this.title.set('');
    this.url.set('');
  }

  protected async addFile({ target }: Event): Promise<void> {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file === undefined) return;
    this.chosen.set(file);
    await this.write(async () => {
      const path = `commitments/${this.report().commitment}/files`;
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
      if (stored.confirmed) return this.attach(stored);
      this.picture.set(stored);
      return null;
    });
    this.percent.set(null);
    if (target instanceof HTMLInputElement) target.value = '';
  }

  /** The picture waits until it is evidence: what fails on the way can be tried again. */
  protected async confirm(): Promise<void> {
    const picture = this.picture();
    if (picture === null || this.sending()) return;
    await this.write(async () => {
      const confirmed = picture.confirmed ? picture : await this.confirmed(picture);
      this.picture.set(confirmed);
      const written = await this.attach(confirmed);
      this.picture.set(null);
      return written;
    });
  }

  private async confirmed({ id, etag }: FileAnswer): Promise<FileAnswer> {
    const options = { ifMatch: `"${etag}"` };
    return (await this.api.post(`files/${id}/confirmation`, {}, fileAnswer, options)).body;
  }

  private attach({ id, name }: FileAnswer): Promise<{ body: ProgressReportAnswer }> {
    // The file's name says what it is, unless somebody said it better.
    const title = this.title().trim().length >= 3 ? this.title().trim() : name.slice(0, 200);
    return this.send({ kind: 'file', title, file: id });
  }

  protected async remove(evidence: string): Promise<void> {
    await this.write(() => {
      const path = `progress-reports/${this.report().id}/evidence/${evidence}`;
      return this.api.delete(path, null, progressReportAnswer, {
        ifMatch: `"${this.report().etag}"`,
      });
    });
  }

  private add(request: EvidenceRequest): Promise<boolean> {
    return this.write(() => this.send(request));
  }

  private async send(request: EvidenceRequest): Promise<{ body: ProgressReportAnswer }> {
    const options = { idempotencyKey: this.retryKey.for(request) };
    const path = `progress-reports/${this.report().id}/evidence`;
    const written = await this.api.post(path, request, progressReportAnswer, options);
    this.retryKey.used();
    return written;
  }

  private async write(act: () => Promise<{ body: ProgressReportAnswer } | null>): Promise<boolean> {
    this.sending.set(true);
    this.failure.set(null);
    try {
      const written = await act();
      if (written !== null) this.answered.emit(written.body);
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.sending.set(false);
    }
  }
}
