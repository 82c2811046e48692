import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvidenceRequest, FileAnswer, ProgressReportAnswer } from '@enlace/contract';
import { progressReportAnswer } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { EvidenceItems } from '../evidence-items';
import { FileUpload } from '../../../pattern/files/file-upload';
import { FieldFaults } from '../../../pattern/form/field-faults';

/** Evidence of a report that is being written: links and files. */
@Component({
  selector: 'en-report-evidence',
  imports: [TranslocoPipe, EvidenceItems, FieldFaults, FileUpload],
  templateUrl: './report-evidence.html',
  styleUrl: './report-evidence.css',
})
export class ReportEvidence {
  readonly report = input.required<ProgressReportAnswer>();
  readonly answered = output<ProgressReportAnswer>();
  private readonly api = inject(Api);
  private readonly retryKey = new RetryKey();
  protected readonly title = signal('');
  protected readonly url = signal('');
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly ready = computed(
    () => this.title().trim().length >= 3 && URL.canParse(this.url().trim()),
  );
  protected readonly fieldOf = (pointer: string): string | null =>
    ({ '/title': 'evidence-title', '/url': 'evidence-url' })[pointer] ?? null;
  protected readonly nameOf = (): string => '';
  /** The file's name says what it is, unless somebody said it better. */
  protected readonly attach = async ({ id, name }: FileAnswer): Promise<void> => {
    const title = this.title().trim().length >= 3 ? this.title().trim() : name.slice(0, 200);
    this.answered.emit(await this.send({ kind: 'file', title, file: id }));
  };

  protected async addLink(): Promise<void> {
    if (!this.ready()) return;
    const added = await this.write(() =>
      this.send({ kind: 'link', title: this.title().trim(), url: this.url().trim() }),
    );
    if (!added) return;
    this.title.set('');
    this.url.set('');
  }

  protected async remove(evidence: string): Promise<void> {
    await this.write(async () => {
      const path = `progress-reports/${this.report().id}/evidence/${evidence}`;
      const options = { ifMatch: `"${this.report().etag}"` };
      return (await this.api.delete(path, null, progressReportAnswer, options)).body;
    });
  }

  private async send(request: EvidenceRequest): Promise<ProgressReportAnswer> {
    const options = { idempotencyKey: this.retryKey.for(request) };
    const path = `progress-reports/${this.report().id}/evidence`;
    const { body } = await this.api.post(path, request, progressReportAnswer, options);
    this.retryKey.used();
    return body;
  }

  private async write(act: () => Promise<ProgressReportAnswer>): Promise<boolean> {
    this.sending.set(true);
    this.failure.set(null);
    try {
      this.answered.emit(await act());
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.sending.set(false);
    }
  }
}
