import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReviewDraft } from '@enlace/contract';
import type { ReviewCriterion, ReviewGrade } from '@enlace/domain';
import { LANGUAGES, REVIEW_CRITERIA, REVIEW_GRADES, REVIEW_PROPOSALS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';

/** Six criteria with four grades each, a proposal, a comment for the author, and the word on conflicts of interest. */
@Component({
  selector: 'en-score-form',
  imports: [TranslocoPipe, CodeLabel],
  templateUrl: './score-form.html',
  styleUrl: './score-form.css',
})
export class ScoreForm {
  readonly draft = input.required<ReviewDraft>();
  /** What the server has against it, by pointer. */
  readonly faults = input<Readonly<Record<string, string>>>({});
  readonly changed = output<Partial<ReviewDraft>>();
  protected readonly criteria = REVIEW_CRITERIA;
  protected readonly grades = REVIEW_GRADES;
  protected readonly proposals = REVIEW_PROPOSALS;
  protected readonly languages = LANGUAGES;

  protected score(criterion: ReviewCriterion, grade: ReviewGrade): void {
    this.changed.emit({ scores: { ...this.draft().scores, [criterion]: grade } });
  }
}
