import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ReviewAnswer, ReviewDraft } from '@enlace/contract';
import { reviewAnswer } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { REVIEW_CRITERIA } from '@enlace/domain';
import { Api, OfflineError, ProblemError } from '../../../core/api/api';
import { Connection } from '../../../core/api/connection';
import { Session } from '../../../core/auth/session';
import type { DraftKey } from '../../../core/drafts/drafts-on-device';
import { DraftsOnDevice, draftKey } from '../../../core/drafts/drafts-on-device';
import { SavingRhythm } from '../../../core/drafts/saving-rhythm';

interface KeptReview {
  readonly draft: ReviewDraft;
  readonly etag: string;
}

/** Drafts of reviews on this device. */
@Injectable({ providedIn: 'root' })
class ReviewDrafts extends DraftsOnDevice<KeptReview> {}

/** What somebody fills in of a review. */
export const reviewDraftOf = ({
  scores,
  proposal,
  language,
  comment,
  noConflict,
}: ReviewAnswer): ReviewDraft => ({ scores, proposal, language, comment, noConflict });

/** Whether two drafts would be sent alike. */
const same = (one: ReviewDraft, other: ReviewDraft): boolean => {
  const told = ({ scores, proposal, language, comment, noConflict }: ReviewDraft): string =>
    JSON.stringify([
      ...REVIEW_CRITERIA.map((criterion) => scores[criterion]),
      // The language says nothing as long as there is no comment.
      ...[proposal, comment.trim() === '' ? '' : language, comment.trim(), noConflict],
    ]);
  return told(one) === told(other);
};

/** Keeps a review on this device and on the server while its reviewer fills it in. */
@Injectable()
export class ReviewKeeper {
  private readonly api = inject(Api);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly device = inject(ReviewDrafts);
  private readonly opened = signal<ReviewAnswer | null>(null);
  private readonly typed = signal<ReviewDraft | null>(null);
  private readonly other = signal<ReviewAnswer | null>(null);
  private readonly going = signal(false);
  private readonly fault = signal<unknown>(null);
  private key: DraftKey | null = null;
  private readonly rhythm = new SavingRhythm(
    () => this.keep(),
    () => this.flush(),
  );

  /** The review as the server has it. */
  readonly review = this.opened.asReadonly();
  readonly draft = this.typed.asReadonly();
  /** What was filled in elsewhere meanwhile; nothing is sent until one of both is chosen. */
  readonly theirs = this.other.asReadonly();
  readonly saving = this.going.asReadonly();
  readonly failure = this.fault.asReadonly();
  readonly waits = computed(() => {
    const [review, draft] = [this.opened(), this.typed()];
    if (review?.state !== 'assigned' || draft === null) return false;
    return !same(draft, reviewDraftOf(review));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.rhythm.stop();
      void this.keep();
      void this.flush();
    });
  }

  /** Shows the review; what this device kept and could not send comes first. A comment begins in `language`. */
  async open(review: ReviewAnswer, language: Language): Promise<void> {
    this.key = draftKey(this.session, review.id);
    const kept = this.key === null ? null : await this.device.read(this.key);
    this.opened.set(review);
    const draft = reviewDraftOf(review);
    this.typed.set(kept?.draft ?? (draft.comment === '' ? { ...draft, language } : draft));
    if (kept === null || !this.waits()) return;
    if (kept.etag === review.etag) this.rhythm.typed();
    else this.other.set(review);
  }

  /** Somebody filled something in. */
  edit(change: Partial<ReviewDraft>): void {
    this.typed.update((draft) => (draft === null ? null : { ...draft, ...change }));
    this.connection.setUnsent(this.waits() ? 1 : 0);
    this.rhythm.typed();
  }

  /** Sends what waits; whether the server has everything now. */
  async flush(): Promise<boolean> {
    await this.rhythm.settle();
    if (this.other() !== null) return false;
    return !this.waits() || this.rhythm.once(() => this.send());
  }

  /** Ours over what was filled in elsewhere. */
  async keepMine(): Promise<void> {
    const theirs = this.other();
    if (theirs !== null) this.opened.set(theirs);
    this.other.set(null);
    await this.flush();
  }

  /** What was filled in elsewhere instead of ours. */
  async takeTheirs(): Promise<void> {
    const theirs = this.other();
    if (theirs === null) return;
    this.opened.set(theirs);
    this.typed.set(reviewDraftOf(theirs));
    this.other.set(null);
    await this.keep();
  }

  /** Sends the review once everything is saved; whether it stands now. */
  async submit(): Promise<boolean> {
    if (!(await this.flush())) return false;
    const review = this.opened();
    if (review === null) return false;
    const path = `practice-reviews/${review.id}/submission`;
    const { body } = await this.api.post(path, {}, reviewAnswer, {
      ifMatch: `"${review.etag}"`,
    });
    await this.forget();
    this.opened.set(body);
    return true;
  }

  /** Nothing of it is kept any more: it was sent or declined. */
  async forget(): Promise<void> {
    this.rhythm.stop();
    if (this.key !== null) await this.device.forget(this.key);
    this.key = null;
  }

  private async keep(): Promise<void> {
    const [review, draft] = [this.opened(), this.typed()];
    if (this.key === null || review === null || draft === null) return;
    if (!this.waits()) await this.device.forget(this.key);
    else await this.device.keep(this.key, { draft, etag: review.etag });
  }

  private async send(): Promise<boolean> {
    const [review, draft] = [this.opened(), this.typed()];
    if (this.key === null || review === null || draft === null) return false;
    this.going.set(true);
    try {
      const path = `practice-reviews/${review.id}`;
      const options = { ifMatch: `"${review.etag}"` };
      const { body } = await this.api.put(path, draft, reviewAnswer, options);
      this.opened.set(body);
      this.fault.set(null);
      this.connection.setUnsent(this.waits() ? 1 : 0);
      await this.keep();
      return !this.waits();
    } catch (error) {
      await this.failed(error, review, draft);
      return false;
    } finally {
      this.going.set(false);
    }
  }

  private async failed(error: unknown, before: ReviewAnswer, draft: ReviewDraft): Promise<void> {
    await this.keep();
    if (!(error instanceof ProblemError) || error.code !== 'stale-version') {
      this.fault.set(error);
      if (error instanceof OfflineError) this.rhythm.retry();
      return;
    }
    const theirs = await this.api.get(`practice-reviews/${before.id}`, reviewAnswer);
    const now = reviewDraftOf(theirs);
    // Whoever wrote the same is no conflict.
    if (same(now, reviewDraftOf(before)) || same(now, draft)) {
      this.opened.set(theirs);
      this.rhythm.typed();
    } else this.other.set(theirs);
  }
}
