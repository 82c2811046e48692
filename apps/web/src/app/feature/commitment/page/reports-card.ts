import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse, ProgressReportAnswer } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import { EvidenceItems } from '../evidence-items';

/** Reports with their evidence, the newest date first. */
@Component({
  selector: 'en-reports-card',
  imports: [RouterLink, TranslocoPipe, EvidenceItems],
  template: `
    <section class="card" aria-labelledby="reports">
      <div class="card-head">
        <h2 id="reports">{{ 'commitment.reports' | transloco }}</h2>
      </div>
      @for (one of reports(); track one.id) {
        <article>
          <h3>
            <a [routerLink]="['/commitments', commitment().id, 'report', one.dueDate]">{{
              'commitment.reportFor' | transloco: { day: format.date(one.dueOn) }
            }}</a>
          </h3>
          <p class="muted">{{ summary(one) }}</p>
          @if (one.body) {
            <p class="body" [attr.lang]="one.language">{{ one.body }}</p>
          }
          @for (value of one.values; track value.indicator) {
            <p class="muted">{{ named(value.indicator) }}: {{ format.number(value.value) }}</p>
          }
          @if (one.state === 'returned' && one.returnReason) {
            <p class="note warn">
              {{ 'commitment.returnedBecause' | transloco }} {{ one.returnReason }}
            </p>
          }
          @if (one.evidence.length > 0) {
            <h4>{{ 'commitment.evidence' | transloco }}</h4>
            <en-evidence-items [evidence]="one.evidence" />
          }
        </article>
      } @empty {
        <p class="empty">{{ 'commitment.noReports' | transloco }}</p>
      }
      @if (reports()[0]; as newest) {
        <p class="prov">{{ reference.organizationName(newest.organization) }}</p>
      }
    </section>
  `,
  styles: `
    article {
      padding: 10px 16px;
      border-top: 1px solid var(--line);
      font-size: 13px;
      line-height: 18px;
    }
    .body {
      font: 400 15px/23px var(--serif);
      margin: 6px 0;
      max-width: 68ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    h4 {
      font: 500 12px/16px var(--sans);
      color: var(--ink-3);
      margin-top: 8px;
    }
    .note {
      margin: 6px 0;
    }
  `,
})
export class ReportsCard {
  readonly commitment = input.required<CommitmentResponse>();
  readonly reports = input.required<readonly ProgressReportAnswer[]>();
  protected readonly format = inject(Format);
  protected readonly reference = inject(Reference);

  private readonly language = inject(Language);

  /** State, day of sending and percent. */
  protected summary({ state, submittedAt, percent }: ProgressReportAnswer): string {
    return [
      LABELS.progressReportState[this.language.current()][state],
      ...(submittedAt === null ? [] : [this.format.date(submittedAt)]),
      ...(percent === null
        ? []
        : [this.format.text('commitment.percent', { n: this.format.number(percent) })]),
    ].join(', ');
  }

  protected named(indicator: string): string {
    const { indicators } = this.commitment();
    return indicators.find(({ id }) => id === indicator)?.definition ?? '';
  }
}
