import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RatingAnswer, RatingsResponse } from '@enlace/contract';
import { RATING_GRADES, RATING_VOICES } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import { Icon } from '../../../ui/icon/icon';

/** A gap of this many steps is said in words. */
const NOTED_GAP = 2;

/** The three voices side by side, each by itself; civil society speaks with as many as have rated. */
@Component({
  selector: 'en-ratings-card',
  imports: [TranslocoPipe, CodeLabel, Icon],
  templateUrl: './ratings-card.html',
  styleUrl: './ratings-card.css',
})
export class RatingsCard {
  readonly ratings = input.required<RatingsResponse>();
  /** The own rating is to be written. */
  readonly rate = output();
  /** A rating is to be replied to. */
  readonly reply = output<RatingAnswer>();
  readonly mayReply = input(false);
  protected readonly format = inject(Format);
  protected readonly language = inject(Language);
  protected readonly reference = inject(Reference);
  protected readonly grades = RATING_GRADES;
  protected readonly voices = computed(() =>
    RATING_VOICES.map((voice) => ({
      voice,
      ratings: this.ratings().ratings.filter((one) => one.voice === voice),
    })),
  );
  protected readonly gap = computed(() =>
    this.ratings().gap >= NOTED_GAP
      ? this.format.text('commitment.stepsApart', { n: String(this.ratings().gap) })
      : '',
  );

  protected level({ grade }: RatingAnswer): number {
    return RATING_GRADES.indexOf(grade);
  }

  protected awaitsReply({ state, reply }: RatingAnswer): boolean {
    return this.mayReply() && state === 'right-of-reply' && reply === null;
  }
}
