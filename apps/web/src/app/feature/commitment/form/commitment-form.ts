import {
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { commitmentResponse, commitmentWritten, matrixResponse } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { CLASSIFICATIONS, LABELS, LANGUAGES } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { AudienceChip } from '../../../pattern/audience-chip';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { FieldFaults } from '../../../pattern/form/field-faults';
import type { StaleLine } from '../../../pattern/form/stale-versions';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import type { CommitmentForm as Form, TypedWords } from './commitment-form.model';
import { blankForm, changeOf, formOf, missingIn, recordOf } from './commitment-form.model';
import { FormPartners } from './form-partners';
import { ProvisionChoice } from '../../../pattern/form/provision-choice';
import { QualityGate } from './quality-gate';
import { WordsFields } from './words-fields';

/** Fields of the form by what the server calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  forum: 'forum',
  actor: 'actor',
  provisions: 'provisions',
  dueOn: 'due-on',
  classification: 'classification',
  partners: 'partners',
};

/** Records a commitment, or changes what one says; the gate beside it tells what it is so far. */
@Component({
  selector: 'en-commitment-form',
  imports: [
    ...[RouterLink, TranslocoPipe, CodeLabel, ProblemNote, AudienceChip, PageHead, Skeleton],
    ...[FieldFaults, FormPartners, ProvisionChoice, QualityGate, StaleVersions, WordsFields],
  ],
  templateUrl: './commitment-form.html',
  styleUrl: './commitment-form.css',
})
export class CommitmentForm {
  /** The commitment to change; none: a new one. */
  readonly id = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  protected readonly reference = inject(Reference);
  private readonly retryKey = new RetryKey();
  protected readonly languages = LANGUAGES;
  protected readonly classifications = CLASSIFICATIONS;

  protected readonly read = resource({
    params: () => (this.session.acting() === null ? undefined : this.id()),
    loader: ({ params: id }) => this.api.get(`commitments/${id}`, commitmentResponse),
  });
  protected readonly matrix = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.api.get('follow-up/matrix', matrixResponse),
  });
  protected readonly form = signal<Form | null>(null);
  private readonly etag = signal('');
  protected readonly translating = signal(false);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = signal<readonly StaleLine[]>([]);
  private newest: { readonly form: Form; readonly etag: string } | null = null;

  protected readonly provisions = computed(() =>
    this.matrix.hasValue() ? this.matrix.value().provisions : [],
  );
  protected readonly missing = computed(() => missingIn(this.form() ?? blankForm('es', '')));
  /** Fora whose secretariat the person acts for. */
  protected readonly forums = computed(() => {
    const own = this.session.acting()?.organization.id;
    return this.reference
      .forums()
      .filter(({ members }) =>
        members.some(({ role, organization }) => role === 'secretariat' && organization === own),
      );
  });
  /** Authorities of the forum's States, and agencies. */
  protected readonly actors = computed(() => {
    const forum = this.reference.forums().find(({ id }) => id === this.form()?.forum);
    const states = new Set(forum?.members.map(({ state }) => state));
    return this.reference
      .organizations()
      .filter(
        ({ kind, state }) =>
          kind === 'agency' || (kind === 'state' && state !== null && states.has(state)),
      )
      .map(({ id, names, state }) => ({
        ...{ id, label: [state, this.reference.nameOf(names)].filter(Boolean).join(' · ') },
      }))
      .sort((one, other) => one.label.localeCompare(other.label));
  });

  constructor() {
    effect(() => {
      const [only] = this.forums();
      if (this.id() !== undefined || only === undefined) return;
      untracked(() => {
        this.form.update((form) => form ?? blankForm(this.language.current(), only.id));
      });
    });
    effect(() => {
      if (!this.read.hasValue()) return;
      const commitment = this.read.value();
      untracked(() => {
        this.etag.set(`"${commitment.etag}"`);
        this.form.set(formOf(commitment));
        this.translating.set(commitment.texts.length > 1);
      });
    });
  }

  protected set(change: Partial<Form>): void {
    this.form.update((form) => (form === null ? null : { ...form, ...change }));
  }

  protected setWords(language: LanguageCode, words: TypedWords): void {
    this.form.update((form) =>
      form === null ? null : { ...form, words: { ...form.words, [language]: words } },
    );
  }

  protected readonly fieldOf = (pointer: string): string | null => {
    const [first = '', second = ''] = pointer.split('/').slice(1);
    if (first === 'text') return `${second}-${this.form()?.language ?? 'es'}`;
    return FIELDS[first] ?? null;
  };

  protected readonly nameOf = (id: string): string => {
    const field = id.split('-')[0] ?? '';
    const key = { forum: 'form.forum', actor: 'form.actor', due: 'field.dueOn' }[field];
    return this.format.text(`commitment.${key ?? `field.${field}`}`);
  };

  protected async save(): Promise<void> {
    const form = this.form();
    if (form === null || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    this.stale.set([]);
    try {
      const id = await this.write(form);
      const isNew = this.id() === undefined;
      await this.router.navigate(['/commitments', id, ...(isNew ? ['plan'] : [])]);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await this.compare(form);
      else this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  /** Ours over what is there now. */
  protected async keepMine(): Promise<void> {
    if (this.newest) this.etag.set(this.newest.etag);
    await this.save();
  }

  protected takeTheirs(): void {
    if (!this.newest) return;
    this.etag.set(this.newest.etag);
    this.form.set(this.newest.form);
    this.stale.set([]);
  }

  private async write(form: Form): Promise<string> {
    const id = this.id();
    if (id !== undefined) {
      const options = { ifMatch: this.etag() };
      await this.api.put(`commitments/${id}`, changeOf(form), commitmentWritten, options);
      return id;
    }
    const request = recordOf(form);
    const options = { idempotencyKey: this.retryKey.for(request) };
    const { body } = await this.api.post('commitments', request, commitmentWritten, options);
    this.retryKey.used();
    return body.id;
  }

  private async compare(ours: Form): Promise<void> {
    const now = await this.api.get(`commitments/${this.id() ?? ''}`, commitmentResponse);
    const theirs = formOf(now);
    this.newest = { form: theirs, etag: `"${now.etag}"` };
    const [before, after] = [this.told(theirs), this.told(ours)];
    this.stale.set(
      Object.keys(after)
        .map((label) => ({ label, theirs: before[label] ?? '', ours: after[label] ?? '' }))
        .filter((line) => line.theirs !== line.ours),
    );
  }

  /** The form field by field in the reader's words. */
  private told(form: Form): Readonly<Record<string, string>> {
    const words: readonly (readonly [string, string])[] = LANGUAGES.flatMap((language) =>
      (['title', 'deliverable', 'verification'] as const).map(
        (field) =>
          [
            `${this.format.text(`commitment.field.${field}`)} (${language})`,
            form.words[language][field],
          ] as const,
      ),
    );
    const numbers = this.provisions().filter(({ id }) => form.provisions.includes(id));
    const name = (key: string): string => this.format.text(`commitment.field.${key}`);
    const classes = LABELS.classification[this.language.current()];
    return {
      ...Object.fromEntries(words),
      [name('dueOn')]: form.dueOn === '' ? '' : this.format.date(form.dueOn),
      [name('classification')]: classes[form.classification],
      [name('provisions')]: numbers.map(({ number }) => number).join(', '),
      [name('partners')]: form.partners
        .map(
          ({ organization, part }) => `${this.reference.organizationName(organization)}: ${part}`,
        )
        .join('; '),
    };
  }
}
