import {
  DOCUMENT,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { matrixResponse, practiceResponse } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { LANGUAGES } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { FieldFaults } from '../../../pattern/form/field-faults';
import { StaleVersions } from '../../../pattern/form/stale-versions';
import { Icon } from '../../../ui/icon/icon';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { EvidenceCard } from '../page/evidence-card';
import { HelpsCard } from '../page/helps-card';
import { PracticeArticle } from '../page/practice-article';
import { tell } from '../practice-words';
import { fieldIdOf, labelKeyOf } from './field-names';
import { FormProgress } from './form-progress';
import { OriginalPanel } from './original-panel';
import type { PracticeForm } from './practice-form.model';
import { draftOf, fileTitleOf, formOf, missingIn, translationOf } from './practice-form.model';
import { PracticeKeeper } from './practice-keeper';
import { staleLines } from './stale-lines';
import { TranslationPanel } from './translation-panel';

/** The guided form of a practice: it saves by itself, shows what readers will see, and asks for reviewers. */
@Component({
  selector: 'en-practice-form-page',
  imports: [
    ...[TranslocoPipe, CodeLabel, ProblemNote, FieldFaults, StaleVersions, Icon, PageHead],
    ...[Skeleton, EvidenceCard, HelpsCard, PracticeArticle, FormProgress, OriginalPanel],
    ...[TranslationPanel],
  ],
  providers: [PracticeKeeper],
  templateUrl: './practice-form-page.html',
  styleUrl: './practice-form-page.css',
})
export class PracticeFormPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  protected readonly keeper = inject(PracticeKeeper);
  protected readonly languages = LANGUAGES;

  protected readonly read = resource({
    params: () => {
      const acting = this.session.acting()?.organization.alias;
      return acting === undefined ? undefined : { id: this.id(), acting };
    },
    loader: ({ params: { id } }) => this.api.get(`practices/${id}`, practiceResponse),
  });
  private readonly matrix = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.api.get('follow-up/matrix', matrixResponse),
  });
  protected readonly provisions = computed(() =>
    this.matrix.hasValue() ? this.matrix.value().provisions : [],
  );
  protected readonly practice = this.keeper.practice;
  protected readonly form = this.keeper.form;
  /** The tab that is open; null: the original, where its words may still change. */
  private readonly chosen = signal<LanguageCode | null>(null);
  protected readonly tab = computed<LanguageCode>(() => {
    const original = this.form()?.language ?? 'es';
    const others = this.tabs();
    return this.chosen() ?? (this.keeper.editable() ? original : (others[0] ?? original));
  });
  protected readonly tabs = computed<readonly LanguageCode[]>(() => {
    const original = this.form()?.language;
    const others = LANGUAGES.filter((language) => language !== original);
    return original !== undefined && this.keeper.editable() ? [original, ...others] : others;
  });
  protected readonly preview = signal(false);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly missing = computed(() => {
    const form = this.form();
    return form === null ? [] : missingIn(form);
  });
  /** What the server has against the form, by pointer. */
  protected readonly problem = computed(() => this.failure() ?? this.keeper.failure());
  private readonly refusedTab = computed(() =>
    this.failure() === null ? this.keeper.refused() : null,
  );
  protected readonly faults = computed<Readonly<Record<string, string>>>(() => {
    const problem = this.problem();
    if (!(problem instanceof ProblemError)) return {};
    return Object.fromEntries(
      (problem.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]),
    );
  });
  protected readonly faultsHere = computed(() => {
    const refused = this.refusedTab() ?? this.form()?.language;
    return refused === this.tab() ? this.faults() : {};
  });
  protected readonly lines = computed(() => {
    const [theirs, ours] = [this.keeper.theirs(), this.form()];
    return theirs === null || ours === null
      ? []
      : staleLines(formOf(theirs), ours, (key) => this.format.text(key));
  });
  /** What the reader will have: in the language of the open tab. */
  protected readonly previewed = computed(() => {
    const form = this.form();
    if (form === null) return null;
    const { text, facts } = draftOf(form);
    const original = { words: text, language: form.language };
    const translated = translationOf(form, this.tab())?.text;
    const told = translated
      ? tell({ words: translated, language: this.tab() }, original)
      : tell(original);
    const provisions = this.provisions()
      .filter(({ id }) => facts.provisions.includes(id))
      .map(({ id, number, titles }) => ({ id, number, title: titles[this.language.current()] }));
    const files = form.facts.files.map((file) => ({
      ...{ ...file, title: fileTitleOf(file.title, file.name) },
    }));
    return { told, facts, files, provisions };
  });

  constructor() {
    effect(() => {
      if (!this.read.hasValue()) return;
      const practice = this.read.value();
      untracked(() => void this.keeper.open(practice));
    });
  }

  protected readonly fieldOf = (pointer: string): string | null => {
    const refused = this.refusedTab();
    return refused === null
      ? fieldIdOf(pointer)
      : fieldIdOf(pointer).replace(/^(text-)?/, `${refused}-`);
  };
  protected readonly nameOf = (id: string): string => {
    const pointer = Object.keys(this.faults()).find((one) => this.fieldOf(one) === id);
    return pointer === undefined ? '' : this.format.text(labelKeyOf(pointer));
  };

  protected edit(change: (form: PracticeForm) => PracticeForm): void {
    this.failure.set(null);
    this.keeper.edit(change);
  }

  protected open(tab: LanguageCode): void {
    this.chosen.set(tab);
  }

  /** Arrow keys go from tab to tab, as in any list of tabs. */
  protected press(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = this.tabs();
    const next = tabs[(tabs.indexOf(this.tab()) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    this.open(next);
    setTimeout(() => this.document.getElementById(`tab-${next}`)?.focus());
  }

  /** Hands the practice in; what the server still misses is told at its place. */
  protected async submit(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      if (await this.keeper.submit()) await this.router.navigate(['/practices', this.id()]);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) this.read.reload();
      this.failure.set(error);
      this.chosen.set(null);
      this.preview.set(false);
    } finally {
      this.sending.set(false);
    }
  }
}
