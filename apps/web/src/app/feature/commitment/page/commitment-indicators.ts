import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { EnDate, EnNumber } from '../../../core/i18n/format-pipes';

type Indicator = CommitmentResponse['indicators'][number];

/** Where a value stands on the bar, whose ends are the outermost of baseline, target and values. */
const scaleOf = ({ baseline, target, values }: Indicator): ((value: number) => number) => {
  const all = [baseline, target, ...values.map(({ value }) => value)];
  const low = Math.min(0, ...all);
  const high = Math.max(...all);
  return (value) => (high === low ? 0 : ((value - low) / (high - low)) * 100);
};

/** Indicators between their baseline and their target; the table has every value. */
@Component({
  selector: 'en-commitment-indicators',
  imports: [TranslocoPipe, CodeLabel, EnDate, EnNumber],
  template: `
    <section class="card" aria-labelledby="indicators">
      <div class="card-head">
        <h2 id="indicators">{{ 'commitment.indicators' | transloco }}</h2>
        <span class="m">{{ 'commitment.thinThick' | transloco }}</span>
      </div>
      @for (one of indicators(); track one.id) {
        @let at = scale(one);
        <div class="in">
          <div>
            <b>{{ one.definition }}</b>
            <p>
              {{ one.source }}. {{ one.direction | codeLabel: 'indicatorDirection' }},
              {{ 'commitment.fromBaseline' | transloco: { value: format.number(one.baseline) } }}
            </p>
          </div>
          <svg viewBox="0 0 220 34" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="13" width="220" height="8" rx="2" style="fill: var(--surface-3)" />
            @if (latest(one); as last) {
              <rect
                x="0"
                y="13"
                [attr.width]="at(last.value) * 2.2"
                height="8"
                rx="2"
                style="fill: var(--c1)"
              />
            }
            <rect
              [attr.x]="at(one.baseline) * 2.18"
              y="9"
              width="2"
              height="16"
              style="fill: var(--ink-3)"
            />
            <rect
              [attr.x]="at(one.target) * 2.16"
              y="7"
              width="4"
              height="20"
              style="fill: var(--ink)"
            />
          </svg>
          <p class="iv">
            @if (latest(one); as last) {
              <b>{{ last.value | enNumber }}</b>
              {{
                'commitment.ofTarget'
                  | transloco: { target: format.number(one.target), unit: one.unit }
              }}
            } @else {
              {{
                'commitment.noValue'
                  | transloco: { target: format.number(one.target), unit: one.unit }
              }}
            }
          </p>
          @if (one.values.length > 0) {
            <details>
              <summary>{{ format.counted('commitment.values', one.values.length) }}</summary>
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{{ 'commitment.dueOn' | transloco }}</th>
                    <th scope="col" class="r">{{ one.unit }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (value of one.values; track value.on) {
                    <tr>
                      <th scope="row">{{ value.on | enDate }}</th>
                      <td class="r">{{ value.value | enNumber }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </details>
          }
        </div>
      }
    </section>
  `,
  styles: `
    .in {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 220px 112px;
      gap: 4px 16px;
      align-items: center;
      padding: 10px 16px;
      border-top: 1px solid var(--line);
    }
    .in p {
      font-size: 13px;
      line-height: 18px;
      color: var(--ink-3);
    }
    .in b {
      font-weight: 500;
    }
    .in .iv {
      text-align: right;
      color: var(--ink-2);
    }
    .iv b {
      font-size: 16px;
      font-weight: 600;
      color: var(--ink);
    }
    details {
      grid-column: 1 / -1;
    }
    summary {
      font-size: 12px;
      line-height: 24px;
      color: var(--ink-2);
      cursor: pointer;
    }
    svg {
      width: 100%;
      height: 34px;
    }
    @media (max-width: 760px) {
      .in {
        grid-template-columns: minmax(0, 1fr) 96px;
      }
      svg {
        grid-column: 1 / -1;
        grid-row: 2;
      }
    }
  `,
})
export class CommitmentIndicators {
  readonly indicators = input.required<readonly Indicator[]>();
  protected readonly format = inject(Format);
  protected readonly scale = scaleOf;

  protected latest({ values }: Indicator): Indicator['values'][number] | undefined {
    return values.at(-1);
  }
}
