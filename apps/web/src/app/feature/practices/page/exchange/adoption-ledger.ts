import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdoptionAnswer, PracticeResponse } from '@enlace/contract';
import { adoptionsResponse } from '@enlace/contract';
import { ADOPTION_USES, LABELS, dayIn } from '@enlace/domain';
import { Api } from '../../../../core/api/api';
import { Session } from '../../../../core/auth/session';
import { CodeLabel } from '../../../../core/i18n/code-label';
import { Format } from '../../../../core/i18n/format';
import { Language } from '../../../../core/i18n/language';
import { LiveUpdates } from '../../../../core/live/live-updates';
import { ProblemNote } from '../../../../core/problems/problem-note';
import { StateTile } from '../../../../pattern/state-tile';
import { Icon } from '../../../../ui/icon/icon';
import { Skeleton } from '../../../../ui/skeleton';
import type { AdoptionWish } from './adoption-acts';
import { AdoptionActs } from './adoption-acts';
import { AdoptionDialog } from './adoption-dialog';

/** Icons of uses; the words beside them say the same. */
const USE_ICONS = { 'in-use': 'check_circle', trial: 'science', stopped: 'close' } as const;

/** Who took the practice up, what they changed, how they use it now, and what came of it, also where it did not work. */
@Component({
  selector: 'en-adoption-ledger',
  imports: [
    ...[TranslocoPipe, CodeLabel, ProblemNote, StateTile, Icon, Skeleton],
    ...[AdoptionDialog],
  ],
  templateUrl: './adoption-ledger.html',
  styleUrls: ['../../../../pattern/stacked-table.css', './adoption-ledger.css'],
})
export class AdoptionLedger {
  readonly practice = input.required<PracticeResponse>();
  private readonly api = inject(Api);
  private readonly acts = inject(AdoptionActs);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly format = inject(Format);
  protected readonly useIcons = USE_ICONS;

  protected readonly read = resource({
    params: () => ({ id: this.practice().id, acting: this.session.acting()?.organization.alias }),
    loader: ({ params: { id } }) => this.all(id),
  });
  protected readonly adoptions = computed(() => (this.read.hasValue() ? this.read.value() : []));
  protected readonly taken = computed(() => this.adoptions().map((one) => one.organization));
  /** Whether the acting organization is in the ledger; also as long as nobody knows. */
  readonly isTaken = computed(
    () => !this.read.hasValue() || this.taken().includes(this.own() ?? ''),
  );
  protected readonly own = computed(() => this.session.acting()?.organization.id);
  /** "3 in use, 1 trial, 1 stopped": those that worked and those that did not are counted alike. */
  protected readonly summary = computed(() => {
    const labels = LABELS.adoptionUse[this.language.current()];
    const counted = ADOPTION_USES.map((use) => ({
      count: this.adoptions().filter((one) => one.use === use).length,
      label: labels[use].toLocaleLowerCase(this.language.current()),
    }));
    return counted
      .filter(({ count }) => count > 0)
      .map(({ count, label }) => `${this.format.number(count)} ${label}`)
      .join(', ');
  });
  protected readonly canDeclare = computed(
    () =>
      this.session.can('practices.adopt') &&
      this.practice().organization === this.own() &&
      this.practice().state === 'published',
  );
  private readonly asked = signal<Pick<AdoptionWish, 'act' | 'adoption'>>({
    act: 'adopt',
    adoption: null,
  });
  protected readonly wish = computed<AdoptionWish>(() => ({
    ...this.asked(),
    practice: this.practice().id,
  }));
  protected readonly asking = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly sending = signal(false);
  protected readonly said = signal('');

  constructor() {
    inject(LiveUpdates).on(
      (update) => update.kind === 'practice' && update.id === this.practice().id,
      () => this.read.reload(),
    );
  }

  /** Opens the dialog for the acting organization's own adoption. */
  adopt(): void {
    this.ask('adopt', null);
  }

  protected ask(act: AdoptionWish['act'], adoption: AdoptionAnswer | null): void {
    this.said.set('');
    this.asked.set({ act, adoption });
    this.asking.set(true);
  }

  protected done(): void {
    this.said.set(this.format.text(`practices.adoption.did.${this.asked().act}`));
    this.read.reload();
  }

  protected async confirm(adoption: AdoptionAnswer): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      await this.acts.confirm(adoption);
      this.said.set(this.format.text('practices.adoption.did.confirm'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.read.reload();
      this.sending.set(false);
    }
  }

  /** Whether the year after which a result is asked for has passed without one. */
  protected isDue({ resultDueOn, result, state }: AdoptionAnswer): boolean {
    return state !== 'declared' && result === null && resultDueOn <= dayIn(new Date(), 'UTC');
  }

  /** A ledger is read whole: whoever weighs a practice must not see only its earliest adopters. */
  private async all(id: string): Promise<readonly AdoptionAnswer[]> {
    const path = `practices/${id}/adoptions`;
    const first = await this.api.get(path, adoptionsResponse);
    const adoptions = [...first.adoptions];
    for (let after = first.next; after !== null;) {
      const page = await this.api.get(path, adoptionsResponse, { after });
      adoptions.push(...page.adoptions);
      after = page.next;
    }
    return adoptions;
  }
}
