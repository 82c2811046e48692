import {
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressReportAnswer } from '@enlace/contract';
import {
  commitmentResponse,
  progressReportAnswer,
  progressReportsResponse,
} from '@enlace/contract';
import { LANGUAGES } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { ActDialog } from '../act-dialog';
import type { Decision } from '../commitment-acts';
import { readWords } from '../commitment-words';
import { EvidenceItems } from '../evidence-items';
import { FieldFaults } from '../../../pattern/form/field-faults';
import type { StaleLine } from '../../../pattern/form/stale-versions';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import { ReportEvidence } from './report-evidence';
import type { ReportFields } from './report-fields';
import { fieldsOf, isMistyped, prefilled } from './report-fields';
import { ReportKeeper } from './report-keeper';
import { ReportText } from './report-text';

/** What a reviewer may do with a report, and the end of its address. */
const REVIEW_PATHS = { accept: 'acceptance', return: 'return', publish: 'publication' } as const;

/** The report of one due date: written by who owes it, beside the previous one; decided on by the secretariat. */
@Component({
  selector: 'en-report-page',
  imports: [
    ...[RouterLink, TranslocoPipe, CodeLabel, ProblemNote, PageHead, Skeleton, ActDialog],
    ...[EvidenceItems, FieldFaults, StaleVersions, ReportEvidence, ReportText],
  ],
  providers: [ReportKeeper],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  readonly id = input.required<string>();
  readonly dueDate = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly format = inject(Format);
  protected readonly keeper = inject(ReportKeeper);
  protected readonly languages = LANGUAGES;
  protected readonly isMistyped = isMistyped;

  private readonly wanted = computed(() => {
    const acting = this.session.acting()?.organization.alias;
    return acting === undefined ? undefined : { id: this.id(), dueDate: this.dueDate(), acting };
  });
  protected readonly read = resource({
    params: this.wanted,
    loader: ({ params }) => this.open(params.id, params.dueDate),
  });
  protected readonly commitment = computed(() =>
    this.read.hasValue() ? this.read.value().commitment : null,
  );
  protected readonly report = computed(() => this.keeper.report());
  protected readonly writing = computed(() => this.report()?.offers.includes('edit') === true);
  /** The report of the date before this one. */
  protected readonly previous = computed(() => {
    const report = this.report();
    const all = this.read.hasValue() ? this.read.value().reports : [];
    return all
      .filter(({ dueOn, submittedAt }) => dueOn < (report?.dueOn ?? '') && submittedAt !== null)
      .toSorted((one, other) => other.dueOn.localeCompare(one.dueOn))[0];
  });
  protected readonly words = computed(() =>
    readWords(this.commitment()?.texts ?? [], this.language.current()),
  );
  /** Versions that were sent before the one that is shown, newest first. */
  protected readonly earlier = computed(() =>
    (this.report()?.versions ?? [])
      .filter(({ outcome }) => outcome === 'returned')
      .toSorted((one, other) => other.version - one.version),
  );
  protected readonly lines = computed<readonly StaleLine[]>(() => {
    const [theirs, ours] = [this.keeper.theirs(), this.keeper.fields()];
    if (theirs === null || ours === null) return [];
    const told = [this.told(fieldsOf(theirs)), this.told(ours)] as const;
    return Object.keys(told[1])
      .map((label) => ({ label, theirs: told[0][label] ?? '', ours: told[1][label] ?? '' }))
      .filter((line) => line.theirs !== line.ours);
  });
  protected readonly sending = signal(false);
  protected readonly returning = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly overtaken = signal(false);

  constructor() {
    effect(() => {
      if (!this.read.hasValue()) return;
      const { commitment, report, previous } = this.read.value();
      if (report === null) return;
      const first = report.version <= 1 && report.state === 'draft' && report.values.length === 0;
      const fields = fieldsOf(report);
      const shown = first ? prefilled(fields, commitment.indicators, previous) : fields;
      untracked(() => void this.keeper.open(report, shown));
    });
  }

  protected readonly fieldOf = (pointer: string): string | null => {
    const [first, second, third] = pointer.split('/').slice(1);
    if (first === 'values' && second !== undefined) {
      const at = this.keeper.report()?.values[Number(second)]?.indicator;
      return at === undefined || third === undefined ? null : `value-${at}`;
    }
    return first === 'body' || first === 'percent' ? `report-${first}` : null;
  };
  protected readonly nameOf = (id: string): string => {
    if (id.startsWith('value-')) return this.indicatorName(id.slice('value-'.length));
    return this.format.text(`commitment.field.${id.replace('report-', '')}`);
  };

  protected setValue(indicator: string, text: string): void {
    const fields = this.keeper.fields();
    if (fields) this.keeper.edit({ values: { ...fields.values, [indicator]: text } });
  }

  protected previousValue(indicator: string): string {
    const before = this.previous()?.values.find((value) => value.indicator === indicator);
    return before === undefined ? '' : this.format.number(before.value);
  }

  protected async send(): Promise<void> {
    await this.act(async () => {
      const sent = await this.keeper.submit();
      if (sent !== null) await this.router.navigate(['/commitments', this.id()]);
    });
  }

  protected async review(act: 'accept' | 'publish'): Promise<void> {
    await this.act(() => this.decide(act, {}));
  }

  protected async returnIt({ reason }: Decision): Promise<void> {
    await this.act(() => this.decide('return', { reason }));
  }

  private async decide(act: keyof typeof REVIEW_PATHS, body: unknown): Promise<void> {
    const report = this.report();
    if (report === null) return;
    const path = `progress-reports/${report.id}/${REVIEW_PATHS[act]}`;
    await this.api.post(path, body, progressReportAnswer, { ifMatch: `"${report.etag}"` });
    this.read.reload();
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    this.overtaken.set(false);
    try {
      await act();
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        this.overtaken.set(true);
        this.read.reload();
      } else this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  private async open(id: string, dueDate: string) {
    const commitment = await this.api.get(`commitments/${id}`, commitmentResponse);
    const { reports } = await this.api.get(`commitments/${id}/reports`, progressReportsResponse);
    const report = reports.find((one) => one.dueDate === dueDate) ?? null;
    const previous = this.before(reports, commitment.dueDates, dueDate);
    if (report !== null || !commitment.offers.includes('report')) {
      return { commitment, reports, report, previous };
    }
    // Who owes the report begins it by coming here; a second time finds the same one.
    const path = `commitments/${id}/reports`;
    const options = { idempotencyKey: crypto.randomUUID() };
    const { body } = await this.api.post(path, { dueDate }, progressReportAnswer, options);
    return { commitment, reports, report: body, previous };
  }

  private before(
    reports: readonly ProgressReportAnswer[],
    dates: readonly { readonly id: string; readonly dueOn: string }[],
    dueDate: string,
  ): ProgressReportAnswer | undefined {
    const day = dates.find(({ id }) => id === dueDate)?.dueOn ?? '';
    return reports
      .filter(({ dueOn, submittedAt }) => dueOn < day && submittedAt !== null)
      .toSorted((one, other) => other.dueOn.localeCompare(one.dueOn))[0];
  }

  private indicatorName(id: string): string {
    return this.commitment()?.indicators.find((one) => one.id === id)?.definition ?? '';
  }

  private told({ body, percent, values }: ReportFields): Readonly<Record<string, string>> {
    return {
      [this.format.text('commitment.field.body')]: body,
      [this.format.text('commitment.field.percent')]: percent,
      ...Object.fromEntries(
        Object.entries(values).map(([id, text]) => [this.indicatorName(id), text]),
      ),
    };
  }
}
