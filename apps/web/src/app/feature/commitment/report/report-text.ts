import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse, ProgressReportAnswer } from '@enlace/contract';
import { Format } from '../../../core/i18n/format';

/** What a report says, to read. */
@Component({
  selector: 'en-report-text',
  imports: [TranslocoPipe],
  template: `
    <p class="body" [attr.lang]="report().language">{{ report().body }}</p>
    <dl>
      @if (report().percent !== null) {
        <dt>{{ 'commitment.progress' | transloco }}</dt>
        <dd>{{ 'commitment.percent' | transloco: { n: format.number(report().percent ?? 0) } }}</dd>
      }
      @for (value of report().values; track value.indicator) {
        <dt>{{ nameOf(value.indicator) }}</dt>
        <dd>{{ format.number(value.value) }}</dd>
      }
    </dl>
  `,
  styles: `
    .body {
      font: 400 15px/23px var(--serif);
      max-width: 68ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 16px;
      margin-top: 12px;
      font-size: 13px;
      line-height: 18px;
    }
    dt {
      color: var(--ink-3);
    }
  `,
})
export class ReportText {
  readonly report =
    input.required<Pick<ProgressReportAnswer, 'language' | 'body' | 'percent' | 'values'>>();
  readonly indicators = input.required<CommitmentResponse['indicators']>();
  protected readonly format = inject(Format);

  protected nameOf(indicator: string): string {
    return this.indicators().find(({ id }) => id === indicator)?.definition ?? '';
  }
}
