import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeclineReviewRequest, ReviewDraft } from '@enlace/contract';
import { practiceResponse, reviewAnswer } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { LABELS, REVIEW_CRITERIA } from '@enlace/domain';
import * as z from 'zod';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { FieldFaults } from '../../../pattern/form/field-faults';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import { Dialog } from '../../../ui/dialog/dialog';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { EvidenceCard } from '../page/evidence-card';
import { HelpsCard } from '../page/helps-card';
import { PracticeArticle } from '../page/practice-article';
import { isMixed, readText, tellIn } from '../practice-words';
import { DeclineDialog } from './decline-dialog';
import { ReviewKeeper, reviewDraftOf } from './review-keeper';
import { ScoreForm } from './score-form';
import { SentScores } from './sent-scores';

/** Ids of the fields of the form by what the server calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  proposal: 'proposal',
  comment: 'review-comment',
  noConflict: 'no-conflict',
};

/** The reviewer's desk: the practice on one side, its scores on the other. */
@Component({
  selector: 'en-review-page',
  imports: [
    ...[TranslocoPipe, CodeLabel, ProblemNote, FieldFaults, StaleVersions, Dialog, PageHead],
    ...[Skeleton, EvidenceCard, HelpsCard, PracticeArticle, DeclineDialog, ScoreForm, SentScores],
  ],
  providers: [ReviewKeeper],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
})
export class ReviewPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly format = inject(Format);
  protected readonly keeper = inject(ReviewKeeper);

  protected readonly read = resource({
    params: () => {
      const acting = this.session.acting()?.organization.alias;
      return acting === undefined ? undefined : { id: this.id(), acting };
    },
    loader: async ({ params: { id } }) => {
      const review = await this.api.get(`practice-reviews/${id}`, reviewAnswer);
      const { practice: about, version } = review;
      // Who declined sees the practice no longer.
      const practice =
        review.state === 'declined'
          ? null
          : await this.api.get(`practices/${about}`, practiceResponse, { version });
      return { review, practice };
    },
  });
  protected readonly practice = computed(() =>
    this.read.hasValue() ? this.read.value().practice : null,
  );
  protected readonly review = this.keeper.review;
  protected readonly shown = linkedSignal<LanguageCode>(() => this.language.current());
  protected readonly text = computed(() => {
    const practice = this.practice();
    return practice === null ? undefined : readText(practice, this.shown());
  });
  protected readonly told = computed(() => {
    const practice = this.practice();
    return practice === null ? undefined : tellIn(practice, this.shown());
  });
  protected readonly isMixed = isMixed;
  protected readonly sending = signal(false);
  protected readonly asking = signal(false);
  protected readonly declining = signal(false);
  protected readonly sent = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly problem = computed(() => this.failure() ?? this.keeper.failure());
  protected readonly faults = computed<Readonly<Record<string, string>>>(() => {
    const problem = this.problem();
    if (!(problem instanceof ProblemError)) return {};
    return Object.fromEntries(
      (problem.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]),
    );
  });
  protected readonly lines = computed(() => {
    const [theirs, ours] = [this.keeper.theirs(), this.keeper.draft()];
    if (theirs === null || ours === null) return [];
    const [now, mine] = [this.inWords(reviewDraftOf(theirs)), this.inWords(ours)];
    return Object.keys(mine)
      .map((label) => ({ label, theirs: now[label] ?? '', ours: mine[label] ?? '' }))
      .filter((line) => line.theirs !== line.ours);
  });

  constructor() {
    effect(() => {
      if (!this.read.hasValue()) return;
      const { review } = this.read.value();
      untracked(() => void this.keeper.open(review, this.language.current()));
    });
  }

  protected readonly fieldOf = (pointer: string): string | null => {
    const [, first = '', second = ''] = pointer.split('/');
    return first === 'scores' ? `score-${second}` : (FIELDS[first] ?? null);
  };
  protected readonly nameOf = (id: string): string => {
    const criterion = REVIEW_CRITERIA.find((one) => `score-${one}` === id);
    if (criterion !== undefined) {
      return LABELS.reviewCriterion[this.language.current()][criterion];
    }
    const key = { proposal: 'proposal', 'review-comment': 'comment' }[id] ?? 'declaration';
    return this.format.text(`practices.review.${key}`);
  };

  protected edit(change: Partial<ReviewDraft>): void {
    this.failure.set(null);
    this.keeper.edit(change);
  }

  /** Sends it for good; the others' scores appear with the answer. */
  protected async send(): Promise<void> {
    this.asking.set(false);
    await this.act(async () => {
      this.sent.set(await this.keeper.submit());
    });
  }

  protected async decline(request: DeclineReviewRequest): Promise<void> {
    await this.act(async () => {
      await this.keeper.flush();
      const review = this.keeper.review();
      if (review === null) return;
      const path = `practice-reviews/${review.id}/refusal`;
      await this.api.post(path, request, z.unknown(), { ifMatch: `"${review.etag}"` });
      await this.keeper.forget();
      await this.router.navigate(['/practices/reviews']);
    });
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      await act();
    } catch (error) {
      this.failure.set(error);
      if (error instanceof ProblemError && error.status === 412) this.read.reload();
    } finally {
      this.sending.set(false);
    }
  }

  /** A draft field by field in the reader's words. */
  private inWords(draft: ReviewDraft): Readonly<Record<string, string>> {
    const language = this.language.current();
    const { proposal } = draft;
    return {
      ...Object.fromEntries(
        REVIEW_CRITERIA.map((criterion) => {
          const grade = draft.scores[criterion];
          const label = LABELS.reviewCriterion[language][criterion];
          return [label, grade === null ? '' : LABELS.reviewGrade[language][grade]];
        }),
      ),
      [this.format.text('practices.review.proposal')]:
        proposal === null ? '' : LABELS.reviewProposal[language][proposal],
      [this.format.text('practices.review.comment')]: draft.comment,
      [this.format.text('practices.review.declaration')]: draft.noConflict
        ? this.format.text('practices.review.noConflict')
        : '',
    };
  }
}
