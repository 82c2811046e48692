import { Component, computed, inject, input } from '@angular/core';
import type { RatingVoice } from '@enlace/domain';
import { LABELS, RATING_GRADES, RATING_VOICES } from '@enlace/domain';
import { Language } from '../../core/i18n/language';
import type { GradeCount } from './scorecard-model';
import { VoiceSign } from './voice-sign';

/** Signs beside one another before a number says the rest. */
const SHOWN = 4;

/** Four steps, and in each a sign for every grade that each voice gave there. */
@Component({
  selector: 'en-grade-scale',
  imports: [VoiceSign],
  template: `
    <span class="vh">{{ words() }}</span>
    @for (step of steps(); track step.grade) {
      <span class="step" aria-hidden="true">
        @for (lane of step.lanes; track lane.voice) {
          <span class="lane">
            @for (sign of lane.signs; track $index) {
              <en-voice-sign [voice]="lane.voice" />
            }
            @if (lane.count > lane.signs.length) {
              <b>×{{ lane.count }}</b>
            }
          </span>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      min-height: 30px;
    }
    .step {
      display: flex;
      flex-wrap: wrap;
      align-content: center;
      gap: 3px 6px;
      padding: 0 6px;
      border-left: 1px solid var(--line);
    }
    .lane {
      display: inline-flex;
      align-items: center;
      gap: 2px;
    }
    b {
      font: 600 12px/1 var(--sans);
      color: var(--ink-2);
    }
  `,
})
export class GradeScale {
  readonly grades = input.required<readonly GradeCount[]>();
  private readonly language = inject(Language);
  protected readonly steps = computed(() =>
    RATING_GRADES.map((grade) => ({
      grade,
      lanes: this.grades()
        .filter((given) => given.grade === grade)
        .map(({ voice, count }) => ({
          voice,
          count,
          signs: Array.from({ length: count > SHOWN ? 1 : count }, () => voice),
        })),
    })),
  );
  /** The same for assistive technology: "The State: Started 2, Complete 1. Secretariat: …". */
  protected readonly words = computed(() =>
    RATING_VOICES.map((voice) => this.wordsOf(voice))
      .filter((words) => words !== '')
      .join('. '),
  );

  private wordsOf(voice: RatingVoice): string {
    const language = this.language.current();
    const given = this.grades().filter((one) => one.voice === voice);
    if (given.length === 0) return '';
    const parts = given.map(
      ({ grade, count }) => `${LABELS.ratingGrade[language][grade]} ${String(count)}`,
    );
    return `${LABELS.ratingVoice[language][voice]}: ${parts.join(', ')}`;
  }
}
