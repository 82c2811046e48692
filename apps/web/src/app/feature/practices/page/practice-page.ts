import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeAudience, PracticeResponse } from '@enlace/contract';
import { practiceResponse } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { LABELS } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { LiveUpdates } from '../../../core/live/live-updates';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { AudienceChip } from '../../../pattern/audience-chip';
import type { StaleLine } from '../../../pattern/form/stale-versions';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import { ReadersCard } from '../../../pattern/readers-card';
import { Icon } from '../../../ui/icon/icon';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { isMixed, readText, tellIn } from '../practice-words';
import { PracticeActDialog } from './act-dialog';
import { CiteCard } from './cite-card';
import { EvidenceCard } from './evidence-card';
import { AdoptionLedger } from './exchange/adoption-ledger';
import { HistoryCard } from './exchange/history-card';
import { QuestionList } from './exchange/question-list';
import { HelpsCard } from './helps-card';
import type { PracticeAct, PracticeDecision } from './practice-acts';
import { PracticeActs } from './practice-acts';
import { PracticeArticle } from './practice-article';
import { PracticeMarks } from './practice-marks';
import { VersionsCard } from './versions-card';

/** Acts of the own organization in the order in which they stand. */
const OWN_ACTS: readonly PracticeAct[] = ['reconfirm', 'revise', 'share', 'withdraw'];

/** One good practice: what it is, how to do it, what is known of it, and who may read it. */
@Component({
  selector: 'en-practice-page',
  imports: [
    ...[
      RouterLink,
      TranslocoPipe,
      CodeLabel,
      ProblemNote,
      AudienceChip,
      ReadersCard,
      StaleVersions,
      Icon,
    ],
    ...[PageHead, Skeleton, PracticeActDialog, CiteCard, EvidenceCard, HelpsCard],
    ...[AdoptionLedger, HistoryCard, QuestionList, PracticeArticle, PracticeMarks, VersionsCard],
  ],
  templateUrl: './practice-page.html',
  styleUrl: './practice-page.css',
})
export class PracticePage {
  readonly id = input.required<string>();
  /** Number of a version, from the address; none: what the reader has to do with. */
  readonly version = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly acts = inject(PracticeActs);
  private readonly language = inject(Language);
  private readonly reference = inject(Reference);
  protected readonly format = inject(Format);

  protected readonly read = resource({
    params: () =>
      this.session.known()
        ? {
            ...{ id: this.id(), version: this.version() },
            acting: this.session.acting()?.organization.alias ?? null,
          }
        : undefined,
    loader: ({ params: { id, version } }) =>
      this.api.get(`practices/${id}`, practiceResponse, { version }),
  });
  protected readonly practice = computed(() => (this.read.hasValue() ? this.read.value() : null));
  /** The language that the reader chose for this page; at first their own. */
  protected readonly shown = linkedSignal<LanguageCode>(() => this.language.current());
  protected readonly text = computed(() => {
    const practice = this.practice();
    return practice === null ? undefined : readText(practice, this.shown());
  });
  /** The same, with what the translation lacks told as in the original. */
  protected readonly told = computed(() => {
    const practice = this.practice();
    return practice === null ? undefined : tellIn(practice, this.shown());
  });
  protected readonly isMixed = isMixed;
  /** Whether the record is the reader's and told to few: then it is kept who read it. */
  protected readonly hasReaders = computed(() => {
    const practice = this.practice();
    return (
      practice?.organization === this.session.acting()?.organization.id &&
      ['restricted', 'confidential'].includes(practice?.classification ?? '') &&
      this.session.can('practices.read-readers')
    );
  });
  protected readonly isOwn = computed(
    () => this.practice()?.organization === this.session.acting()?.organization.id,
  );
  /** Whether the acting organization may say that it uses this too; the ledger knows whether it did. */
  protected readonly mayAdopt = computed(
    () =>
      this.session.can('practices.adopt') &&
      !this.isOwn() &&
      this.practice()?.state === 'published' &&
      this.ledger()?.isTaken() === false,
  );
  protected readonly ledger = viewChild(AdoptionLedger);
  protected readonly ownActs = computed(() => {
    const practice = this.practice();
    // Who reads a practice that never was published is said in its form.
    const inForm = practice?.publishedOn === null && practice.offers.includes('edit');
    return OWN_ACTS.filter(
      (act) => practice?.offers.includes(act) === true && !(act === 'share' && inForm),
    );
  });
  /** Whether readers have or had this version: a draft is cited by nobody. */
  protected readonly citable = computed(() =>
    ['published', 'expired', 'superseded', 'withdrawn'].includes(this.practice()?.status ?? ''),
  );
  protected readonly path = computed(() => {
    const theme = this.practice()?.facts.themes[0];
    const labels = LABELS.provisionTheme[this.language.current()];
    return [
      { label: this.format.text('practices.all'), link: '/practices' },
      ...(theme === undefined ? [] : [{ label: labels[theme] }]),
    ];
  });
  protected readonly asked = signal<PracticeAct>('reconfirm');
  protected readonly asking = signal(false);
  protected readonly sending = signal(false);
  protected readonly done = signal('');
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = signal<readonly StaleLine[]>([]);

  constructor() {
    inject(LiveUpdates).on(
      (update) => update.kind === 'practice' && update.id === this.id(),
      () => this.read.reload(),
    );
  }

  protected ask(act: PracticeAct): void {
    this.asked.set(act);
    this.asking.set(true);
  }

  protected async decide(decision: PracticeDecision): Promise<void> {
    const before = this.practice();
    const act = this.asked();
    if (before === null || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    this.done.set('');
    this.stale.set([]);
    try {
      await this.acts.act(before, act, decision);
      this.done.set(this.format.text(`practices.did.${act}`));
      if (act === 'revise') await this.router.navigate(['/practices', before.id, 'edit']);
      else this.read.reload();
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        await this.compare(before, act, decision);
      } else this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  /** Somebody else was first: shows what is there now beside what was decided on. */
  private async compare(
    { id }: PracticeResponse,
    act: PracticeAct,
    { audience, reason }: PracticeDecision,
  ): Promise<void> {
    const now = await this.api.get(`practices/${id}`, practiceResponse);
    const statuses = LABELS.practiceStatus[this.language.current()];
    this.stale.set([
      {
        label: this.format.text('practices.page.status'),
        theirs: statuses[now.status],
        ours: [this.format.text(`practices.act.${act}`), reason].filter(Boolean).join(': '),
      },
      {
        label: this.format.text('practices.label.audience'),
        theirs: this.readers(now.audience),
        ours: this.readers(act === 'share' ? audience : now.audience),
      },
    ]);
    this.read.reload();
  }

  private readers(audience: PracticeAudience | null): string {
    if (audience === null) return '';
    const level = LABELS.classification[this.language.current()][audience.classification];
    const names = [
      ...this.reference
        .forums()
        .filter((forum) => audience.forums.includes(forum.id))
        .map((forum) => this.reference.nameOf(forum.names)),
      ...audience.organizations.map((one) => this.reference.organizationName(one)),
    ];
    return names.length === 0 ? level : `${level}: ${names.join(', ')}`;
  }
}
