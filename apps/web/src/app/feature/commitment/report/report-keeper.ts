import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ProgressReportAnswer } from '@enlace/contract';
import { progressReportAnswer } from '@enlace/contract';
import { Api, OfflineError, ProblemError } from '../../../core/api/api';
import { Connection } from '../../../core/api/connection';
import { Session } from '../../../core/auth/session';
import type { DraftKey } from '../../../core/drafts/drafts-on-device';
import { DraftsOnDevice, draftKey } from '../../../core/drafts/drafts-on-device';
import { SavingRhythm } from '../../../core/drafts/saving-rhythm';
import type { ReportFields } from './report-fields';
import { draftOf, fieldsOf, sameDraft } from './report-fields';

interface KeptReport {
  readonly fields: ReportFields;
  readonly etag: string;
}

/** Drafts of progress reports on this device. */
@Injectable({ providedIn: 'root' })
class ReportDrafts extends DraftsOnDevice<KeptReport> {}

const quoted = ({ etag }: ProgressReportAnswer): string => `"${etag}"`;

/** Keeps the draft of a report on this device and on the server while somebody types. */
@Injectable()
export class ReportKeeper {
  private readonly api = inject(Api);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly device = inject(ReportDrafts);
  private readonly opened = signal<ProgressReportAnswer | null>(null);
  private readonly typed = signal<ReportFields | null>(null);
  private readonly other = signal<ProgressReportAnswer | null>(null);
  private readonly going = signal(false);
  private readonly fault = signal<unknown>(null);
  private key: DraftKey | null = null;
  private readonly rhythm = new SavingRhythm(
    () => this.keep(),
    () => this.flush(),
  );

  /** The report as the server has it. */
  readonly report = this.opened.asReadonly();
  readonly fields = this.typed.asReadonly();
  /** What somebody else wrote meanwhile; nothing is sent until one of both is chosen. */
  readonly theirs = this.other.asReadonly();
  readonly saving = this.going.asReadonly();
  readonly failure = this.fault.asReadonly();
  readonly waits = computed(() => {
    const [report, fields] = [this.opened(), this.typed()];
    return report !== null && fields !== null && !sameDraft(fields, fieldsOf(report));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.rhythm.stop();
      void this.keep();
      void this.flush();
    });
  }

  /** Shows the draft; what this device kept and could not send comes first. */
  async open(report: ProgressReportAnswer, fields: ReportFields): Promise<void> {
    this.key = draftKey(this.session, report.id);
    const kept = this.key === null ? null : await this.device.read(this.key);
    this.opened.set(report);
    this.typed.set(kept?.fields ?? fields);
    const overtaken = kept !== null && kept.etag !== report.etag;
    this.other.set(overtaken && !sameDraft(kept.fields, fieldsOf(report)) ? report : null);
    if (this.waits()) this.rhythm.typed();
  }

  /** Somebody typed. */
  edit(change: Partial<ReportFields>): void {
    this.typed.update((fields) => (fields === null ? null : { ...fields, ...change }));
    this.connection.setUnsent(this.waits() ? 1 : 0);
    this.rhythm.typed();
  }

  /** The server answered with the report: evidence was added, for example. */
  answered(report: ProgressReportAnswer): void {
    this.opened.set(report);
  }

  /** Sends what waits; whether the server has everything now. */
  async flush(): Promise<boolean> {
    await this.rhythm.settle();
    if (this.other() !== null) return false;
    return !this.waits() || this.rhythm.once(() => this.send());
  }

  /** Ours over what somebody else wrote. */
  async keepMine(): Promise<void> {
    const theirs = this.other();
    if (theirs !== null) this.opened.set(theirs);
    this.other.set(null);
    await this.flush();
  }

  /** Theirs instead of ours. */
  async takeTheirs(): Promise<void> {
    const theirs = this.other();
    if (theirs === null) return;
    this.opened.set(theirs);
    this.typed.set(fieldsOf(theirs));
    this.other.set(null);
    await this.keep();
  }

  /** Sends the report to the secretariat once everything is saved; null where something stands against it. */
  async submit(): Promise<ProgressReportAnswer | null> {
    if (!(await this.flush())) return null;
    const report = this.opened();
    if (report === null) return null;
    const path = `progress-reports/${report.id}/submission`;
    const { body } = await this.api.post(path, {}, progressReportAnswer, {
      ifMatch: quoted(report),
    });
    this.rhythm.stop();
    if (this.key !== null) await this.device.forget(this.key);
    this.key = null;
    this.opened.set(body);
    return body;
  }

  private async keep(): Promise<void> {
    const [report, fields] = [this.opened(), this.typed()];
    if (this.key === null || report === null || fields === null) return;
    if (!this.waits()) await this.device.forget(this.key);
    else await this.device.keep(this.key, { fields, etag: report.etag });
  }

  private async send(): Promise<boolean> {
    const [report, fields] = [this.opened(), this.typed()];
    if (this.key === null || report === null || fields === null) return false;
    this.going.set(true);
    try {
      const path = `progress-reports/${report.id}/draft`;
      const { body } = await this.api.put(path, draftOf(fields), progressReportAnswer, {
        ifMatch: quoted(report),
      });
      this.opened.set(body);
      this.fault.set(null);
      this.connection.setUnsent(this.waits() ? 1 : 0);
      await this.keep();
      return !this.waits();
    } catch (error) {
      await this.failed(error, report.id);
      return false;
    } finally {
      this.going.set(false);
    }
  }

  private async failed(error: unknown, id: string): Promise<void> {
    await this.keep();
    if (!(error instanceof ProblemError) || error.code !== 'stale-version') {
      this.fault.set(error);
      if (error instanceof OfflineError) this.rhythm.retry();
      return;
    }
    const theirs = await this.api.get(`progress-reports/${id}`, progressReportAnswer);
    const fields = this.typed();
    // Whoever wrote the same, or only added evidence, is no conflict.
    const before = this.opened();
    const same = before !== null && sameDraft(fieldsOf(theirs), fieldsOf(before));
    if (same || (fields !== null && sameDraft(fieldsOf(theirs), fields))) {
      this.opened.set(theirs);
      this.rhythm.typed();
    } else this.other.set(theirs);
  }
}
