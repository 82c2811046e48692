import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { commitmentsResponse, provisionResponse, type ProvisionResponse } from '@enlace/contract';
import { AMERICAN_SUBREGIONS, americanSubregion } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';
import { Language } from '../../../core/i18n/language';
import { LiveUpdates } from '../../../core/live/live-updates';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { keptAnswer, type Kept, type Reading } from '../../../pattern/kept-answer';
import { markOf } from '../../../pattern/mark-of';
import { StateTile } from '../../../pattern/state-tile';
import { StatusMark } from '../../../pattern/status-mark';
import { PageHead, type PathStep } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { ResponseDialog } from './response-dialog';
import { StateSaid } from './state-said';

/** One provision: what was agreed, word for word, and what every State does about it. */
@Component({
  selector: 'en-provision-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnDate,
    ProblemNote,
    StateTile,
    StatusMark,
    PageHead,
    Skeleton,
    ResponseDialog,
    StateSaid,
  ],
  templateUrl: './provision-page.html',
  styleUrl: './provision-page.css',
})
export class ProvisionPage {
  readonly id = input.required<string>();
  protected readonly reference = inject(Reference);
  protected readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly markOf = markOf;
  private readonly asked = computed(() =>
    this.session.mayReadOpen()
      ? {
          id: this.id(),
          reader: this.session.acting()?.organization.alias ?? 'public',
          language: this.language.current(),
        }
      : undefined,
  );
  protected readonly page = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.api.get(`provisions/${params.id}`, provisionResponse),
  });
  private readonly list = resource({
    params: () => this.asked(),
    loader: ({ params }) =>
      this.api.get('commitments', commitmentsResponse, { provision: params.id }),
  });
  protected readonly commitments = computed(() =>
    this.list.hasValue() ? this.list.value().commitments : [],
  );
  protected readonly more = computed(() => this.list.hasValue() && this.list.value().next !== null);
  private readonly kept = linkedSignal<Reading<ProvisionResponse>, Kept<ProvisionResponse> | null>({
    source: () => ({
      asked: JSON.stringify(this.asked()),
      value: this.page.hasValue() ? this.page.value() : undefined,
      failed: this.page.error() !== undefined,
    }),
    computation: (reading, previous) => keptAnswer(reading, previous?.value ?? null),
  });
  /** An answer that is being written stays on the page, whatever becomes of reading it anew. */
  protected readonly data = computed(() => this.kept()?.value ?? null);
  protected readonly own = computed(() => this.session.acting()?.organization.state ?? null);
  protected readonly path = computed<readonly PathStep[]>(() => {
    const data = this.data();
    if (data === null) return [];
    const label = this.reference.nameOf(data.instrument.titles);
    return [{ label, link: '/commitments' }, { label: data.provision.number }];
  });
  /** The States by subregion, each by name, with what they promised. */
  protected readonly regions = computed(() => {
    const { compare } = new Intl.Collator(this.language.current());
    const states = (this.data()?.states ?? []).map((one) => ({
      ...one,
      name: this.reference.stateName(one.state),
      lines: this.commitments().filter(({ state }) => state === one.state),
    }));
    return AMERICAN_SUBREGIONS.map((code) => ({
      code,
      states: states
        .filter(({ state }) => americanSubregion(state) === code)
        .sort((one, other) => compare(one.name, other.name)),
    }));
  });

  protected readonly responding = signal(false);
  /** A State answers what was adopted: neither a draft nor what another text replaced. */
  protected readonly mayRespond = computed(() => {
    const state = this.data()?.instrument.state;
    return this.session.can('provisions.respond') && (state === 'adopted' || state === 'in-force');
  });
  protected readonly ownAnswer = computed(
    () => this.data()?.states.find(({ state }) => state === this.own())?.response ?? null,
  );

  constructor() {
    // A commitment that is not listed yet may have come under this provision.
    inject(LiveUpdates).onSeveral(
      (update) =>
        update.kind === 'commitment' || (update.kind === 'provision' && update.id === this.id()),
      () => {
        this.reload();
      },
    );
  }

  protected reload(): void {
    this.page.reload();
    this.list.reload();
  }

  /** What an agency promised. */
  protected linesOf(organization: string) {
    return this.commitments().filter(({ actor }) => actor === organization);
  }
}
