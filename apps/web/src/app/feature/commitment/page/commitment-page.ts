import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse, RatingAnswer } from '@enlace/contract';
import { commitmentResponse, progressReportsResponse, ratingsResponse } from '@enlace/contract';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { LiveUpdates } from '../../../core/live/live-updates';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { AudienceChip } from '../../../pattern/audience-chip';
import type { SnoozedDate } from '../../../pattern/snooze-dialog';
import { SnoozeDialog } from '../../../pattern/snooze-dialog';
import { ReadersCard } from '../../../pattern/readers-card';
import { StateTile } from '../../../pattern/state-tile';
import type { MarkStatus } from '../../../pattern/status-mark';
import { StatusMark } from '../../../pattern/status-mark';
import { Icon } from '../../../ui/icon/icon';
import type { PathStep } from '../../../ui/page-head';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import type { Decision, PageAct } from '../commitment-acts';
import { CommitmentActs } from '../commitment-acts';
import { owedDate, readWords } from '../commitment-words';
import type { StaleLine } from '../../../pattern/form/stale-versions';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import { ActDialog } from '../act-dialog';
import { AgreedTexts } from './agreed-texts';
import { CommitmentActions } from './commitment-actions';
import { CommitmentEvents } from './commitment-events';
import { CommitmentIndicators } from './commitment-indicators';
import { CommitmentThread } from './commitment-thread';
import { RatingDialog } from './rating-dialog';
import { RatingsCard } from './ratings-card';
import { ReminderLog } from './reminder-log';
import { ReportsCard } from './reports-card';

type DueDate = CommitmentResponse['dueDates'][number];

/** Acts of the secretariat in the order in which they come. */
const SECRETARIAT_ACTS: readonly PageAct[] = ['accept', 'start', 'complete', 'drop', 'supersede'];

/** One commitment: what was promised, what was done about it, and what everybody says of it. */
@Component({
  selector: 'en-commitment-page',
  imports: [
    ...[RouterLink, TranslocoPipe, CodeLabel, ProblemNote, AudienceChip, StateTile, StatusMark],
    ...[
      Icon,
      PageHead,
      Skeleton,
      ReadersCard,
      StaleVersions,
      ActDialog,
      AgreedTexts,
      CommitmentActions,
    ],
    ...[CommitmentEvents, CommitmentIndicators, CommitmentThread, RatingsCard, ReminderLog],
    ...[RatingDialog, ReportsCard, SnoozeDialog],
  ],
  templateUrl: './commitment-page.html',
  styleUrl: './commitment-page.css',
})
export class CommitmentPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly acts = inject(CommitmentActs);
  private readonly live = inject(LiveUpdates);
  protected readonly reference = inject(Reference);
  protected readonly language = inject(Language);
  protected readonly format = inject(Format);

  private readonly wanted = computed(() =>
    this.session.known()
      ? { id: this.id(), acting: this.session.acting()?.organization.alias ?? null }
      : undefined,
  );
  protected readonly read = resource({
    params: this.wanted,
    loader: ({ params: { id } }) => this.load(id),
  });
  protected readonly reports = resource({
    params: this.wanted,
    loader: ({ params: { id } }) =>
      this.api.get(`commitments/${id}/reports`, progressReportsResponse),
  });
  protected readonly ratings = resource({
    params: this.wanted,
    loader: ({ params: { id } }) => this.api.get(`commitments/${id}/ratings`, ratingsResponse),
  });
  protected readonly commitment = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly words = computed(() =>
    readWords(this.commitment()?.texts ?? [], this.language.current()),
  );
  protected readonly owed = computed(() => owedDate(this.commitment()?.dueDates ?? []));
  /** A report that waits for this reader's decision. */
  protected readonly toReview = computed(() =>
    (this.reports.hasValue() ? this.reports.value().reports : []).find(({ offers }) =>
      offers.includes('accept'),
    ),
  );
  protected readonly secretariatActs = computed(() =>
    SECRETARIAT_ACTS.filter((act) => this.commitment()?.offers.some((offer) => offer === act)),
  );
  /** The act with the filled button, where no report has it. */
  protected readonly mainAct = computed<PageAct | null>(() => {
    const commitment = this.commitment();
    if (commitment === null || commitment.offers.includes('report') || this.toReview()) return null;
    const [next] = this.secretariatActs();
    const isReady = next === 'start' || (next === 'accept' && commitment.missing.length === 0);
    return isReady ? next : null;
  });
  protected readonly asked = signal<PageAct>('accept');
  /** Whether the record is the reader's and told to few: then it is kept who read it. */
  protected readonly hasReaders = computed(() => {
    const commitment = this.commitment();
    return (
      commitment?.actor === this.session.acting()?.organization.id &&
      ['restricted', 'confidential'].includes(commitment?.classification ?? '') &&
      this.session.can('commitments.read-readers')
    );
  });
  protected readonly asking = signal(false);
  protected readonly sending = signal(false);
  protected readonly done = signal('');
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = signal<readonly StaleLine[]>([]);
  protected readonly rating = signal(false);
  protected readonly snoozing = signal(false);
  protected readonly repliesTo = signal<RatingAnswer | null>(null);
  protected readonly ownDraft = computed(() =>
    (this.ratings.hasValue() ? this.ratings.value().ratings : []).find(
      ({ state, etag }) => state === 'draft' && etag !== null,
    ),
  );
  /** Whether the State that made the promise may answer ratings of it. */
  protected readonly mayReply = computed(() => {
    const own = this.session.acting()?.organization;
    const commitment = this.commitment();
    const isTheirs =
      own?.id === commitment?.actor || (own?.state ?? null) === (commitment?.stateCode ?? '');
    return this.session.can('commitments.reply-rating') && isTheirs;
  });
  private waiving: DueDate | null = null;

  protected path(commitment: CommitmentResponse): readonly PathStep[] {
    const [first] = commitment.provisions;
    const state = commitment.stateCode;
    return [
      { label: this.format.text('commitment.all'), link: '/commitments' },
      ...(first === undefined
        ? []
        : [{ label: first.symbol }, { label: first.number, link: `/provisions/${first.id}` }]),
      ...(state === null ? [] : [{ label: this.reference.stateName(state) }]),
    ];
  }

  constructor() {
    this.live.on(
      (update) => update.kind === 'commitment' && update.id === this.id(),
      () => {
        this.reload();
      },
    );
  }

  /** "Overdue by 24 days", and so on. */
  protected statusText({ status, state, today }: CommitmentResponse): string {
    const date = this.owed();
    if (status === null) return this.format.text('commitment.superseded');
    const word = this.format.text(`status.${status}`);
    if (date === undefined || (status !== 'overdue' && status !== 'due-soon')) return word;
    if (state === 'aspiration') return word;
    const days = Math.round((Date.parse(date.dueOn) - Date.parse(today)) / 86_400_000);
    return days < 0
      ? this.format.counted('commitment.overdueBy', -days)
      : `${word}: ${this.format.relativeDays(days)}`;
  }

  protected markOf({ status }: CommitmentResponse): MarkStatus {
    return status === null ? 'dropped' : status === 'no-report' ? 'none' : status;
  }

  protected ask(act: PageAct): void {
    this.asked.set(act);
    this.asking.set(true);
  }

  protected askForRating(answered: RatingAnswer | null): void {
    this.repliesTo.set(answered);
    this.rating.set(true);
  }

  protected askToWaive(date: DueDate): void {
    this.waiving = date;
    this.ask('waive');
  }

  protected decide(decision: Decision): Promise<void> {
    const act = this.asked();
    const date = this.waiving;
    return this.send(async ({ id, etag }) => {
      if (act !== 'waive') await this.acts.act(id, `"${etag}"`, act, decision);
      else if (date) await this.acts.waive(id, `"${etag}"`, date.id, decision.reason);
    }, act);
  }

  /** The date whose reminders come next. */
  protected snoozed({ id, today }: CommitmentResponse): SnoozedDate | null {
    const date = this.owed();
    return date === undefined
      ? null
      : { commitment: id, dueDate: date.id, dueOn: date.dueOn, today };
  }

  protected onSnoozed(): void {
    this.done.set(this.format.text('commitment.didPutOff'));
    this.reload();
  }

  protected remind(): Promise<void> {
    return this.send(({ id }) => this.acts.remind(id), 'remind');
  }

  private async send(
    act: (commitment: CommitmentResponse) => Promise<void>,
    name: PageAct | 'remind',
  ): Promise<void> {
    const before = this.commitment();
    if (before === null || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    this.done.set('');
    this.stale.set([]);
    try {
      await act(before);
      this.done.set(this.format.text(`commitment.did.${name}`));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await this.compare(before, name);
      else this.failure.set(error);
    } finally {
      this.sending.set(false);
      this.reload();
    }
  }

  private async load(id: string): Promise<CommitmentResponse> {
    const commitment = await this.api.get(`commitments/${id}`, commitmentResponse);
    this.reference.learn(commitment.organizations);
    return commitment;
  }

  private reload(): void {
    this.read.reload();
    this.reports.reload();
    this.ratings.reload();
  }

  /** Somebody else was first: shows what is there now beside what was decided on. */
  private async compare(before: CommitmentResponse, name: PageAct | 'remind'): Promise<void> {
    const now = await this.api.get(`commitments/${before.id}`, commitmentResponse);
    const line = (label: string, theirs: string, ours: string): StaleLine => ({
      ...{ label: this.format.text(label), theirs, ours },
    });
    const day = ({ dueOn }: CommitmentResponse): string =>
      dueOn === null ? '' : this.format.date(dueOn);
    const title = ({ texts }: CommitmentResponse): string =>
      readWords(texts, this.language.current())?.title ?? '';
    this.stale.set([
      line('commitment.field.title', title(now), title(before)),
      line('commitment.status', this.statusText(now), this.statusText(before)),
      line('commitment.field.dueOn', day(now), day(before)),
      line('commitment.yourAct', '', this.format.text(`commitment.act.${name}`)),
    ]);
  }
}
