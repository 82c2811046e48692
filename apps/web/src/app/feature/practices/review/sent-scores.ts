import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReviewAnswer } from '@enlace/contract';
import { REVIEW_CRITERIA } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';

/** The own scores beside those of the others, who stay without names; each criterion for itself. */
@Component({
  selector: 'en-sent-scores',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ 'practices.review.criterion' | transloco }}</th>
            @for (one of columns(); track $index) {
              <th scope="col">
                {{
                  $first
                    ? ('practices.review.yours' | transloco)
                    : ('practices.review.reviewer' | transloco: { n: $index + 1 })
                }}
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (criterion of criteria; track criterion) {
            <tr>
              <th scope="row">{{ criterion | codeLabel: 'reviewCriterion' }}</th>
              @for (one of columns(); track $index) {
                <td>
                  @if (one.scores[criterion]; as grade) {
                    {{ grade | codeLabel: 'reviewGrade' }}
                  }
                </td>
              }
            </tr>
          }
          <tr>
            <th scope="row">{{ 'practices.review.proposal' | transloco }}</th>
            @for (one of columns(); track $index) {
              <td>
                @if (one.proposal; as proposal) {
                  <b>{{ proposal | codeLabel: 'reviewProposal' }}</b>
                }
              </td>
            }
          </tr>
        </tbody>
      </table>
    </div>
    <div class="cb">
      @for (one of columns(); track $index) {
        @if (one.comment) {
          <h3>
            {{
              $first
                ? ('practices.review.yourComment' | transloco)
                : ('practices.review.commentOf' | transloco: { n: $index + 1 })
            }}
          </h3>
          <p class="body" [lang]="one.language">{{ one.comment }}</p>
        }
      }
      @if (review().others.length === 0) {
        <p class="sm muted">{{ 'practices.review.noOthers' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    .cb {
      padding-top: 12px;
    }
    h3 {
      margin-top: 8px;
    }
    .body {
      margin-bottom: 8px;
      font: 400 15px/23px var(--serif);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class SentScores {
  readonly review = input.required<ReviewAnswer>();
  protected readonly criteria = REVIEW_CRITERIA;
  protected readonly columns = computed(() => [this.review(), ...this.review().others]);
}
