import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { instrumentsResponse, matrixResponse, type MatrixResponse } from '@enlace/contract';
import { FOLLOW_UP_STATUSES } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { saveFile } from '../../../core/api/save-file';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnNumber } from '../../../core/i18n/format-pipes';
import { Language } from '../../../core/i18n/language';
import { LiveUpdates } from '../../../core/live/live-updates';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { keptAnswer, type Kept, type Reading } from '../../../pattern/kept-answer';
import { markOf } from '../../../pattern/mark-of';
import { SourceLine } from '../../../pattern/source-line';
import { StatusMark } from '../../../pattern/status-mark';
import { Icon } from '../../../ui/icon/icon';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { isSecretariatOf } from '../forum/forum-members';
import { CellCard } from './cell-card';
import type { MatrixFilters as Filters } from './matrix-address';
import { readAddress, writeAddress } from './matrix-address';
import { MatrixFilters } from './matrix-filters';
import { MatrixGrid, type AskedCell } from './matrix-grid';
import { MatrixList } from './matrix-list';
import { narrowScreen } from '../../../ui/narrow-screen';
import { RemindStates } from './remind-states';

/** What every State promised about every provision, and how far it is. */
@Component({
  selector: 'en-matrix-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnNumber,
    ProblemNote,
    SourceLine,
    StatusMark,
    Icon,
    PageHead,
    Skeleton,
    CellCard,
    MatrixFilters,
    MatrixGrid,
    MatrixList,
    RemindStates,
  ],
  templateUrl: './matrix-page.html',
  styleUrl: './matrix-page.css',
})
export class MatrixPage {
  readonly instrument = input<string>();
  readonly forum = input<string>();
  readonly theme = input<string>();
  readonly group = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  /** `list`: one State's provisions instead of the matrix. */
  readonly view = input<string>();

  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly narrow = narrowScreen();
  protected readonly statuses = FOLLOW_UP_STATUSES;
  protected readonly markOf = markOf;

  protected readonly filters = computed(() =>
    readAddress({
      ...{ instrument: this.instrument(), forum: this.forum(), theme: this.theme() },
      ...{ group: this.group(), from: this.from(), until: this.until() },
    }),
  );
  protected readonly asList = computed(() => this.narrow() || this.view() === 'list');
  private readonly reader = computed(() =>
    this.session.mayReadOpen()
      ? (this.session.acting()?.organization.alias ?? 'public')
      : undefined,
  );
  protected readonly instruments = resource({
    params: () => this.reader(),
    loader: () => this.api.get('instruments', instrumentsResponse),
  });
  protected readonly offered = computed(() =>
    this.instruments.hasValue() ? this.instruments.value().instruments : [],
  );
  // The columns stand in the order of their names, so another language asks again.
  private readonly question = computed(() => {
    const reader = this.reader();
    const asked = { reader, language: this.language.current(), filters: this.filters() };
    return reader === undefined ? undefined : JSON.stringify(asked);
  });
  protected readonly matrix = resource({
    params: () => this.question(),
    loader: () => this.api.get('follow-up/matrix', matrixResponse, { ...this.filters() }),
  });
  private readonly kept = linkedSignal<Reading<MatrixResponse>, Kept<MatrixResponse> | null>({
    source: () => ({
      asked: this.question(),
      value: this.matrix.hasValue() ? this.matrix.value() : undefined,
      failed: this.matrix.error() !== undefined,
    }),
    computation: (reading, previous) => keptAnswer(reading, previous?.value ?? null),
  });
  protected readonly shown = computed(() => this.kept()?.value ?? null);
  protected readonly loading = computed(
    () => this.reader() === undefined || this.matrix.isLoading(),
  );
  /** Where a secretariat imports: into the forum that it serves. */
  protected readonly importAddress = computed(() => {
    if (!this.session.can('commitments.import')) return null;
    const own = this.session.acting()?.organization.id ?? '';
    const today = new Date().toISOString().slice(0, 10);
    const forum = this.reference.forums().find((one) => isSecretariatOf(one, own, today));
    return forum ? ['/forums', forum.alias, 'import'] : null;
  });
  protected readonly asked = signal<AskedCell | null>(null);
  protected readonly downloadError = signal<unknown>(null);

  constructor() {
    inject(LiveUpdates).onSeveral(
      ({ kind }) => kind === 'commitment',
      () => this.matrix.reload(),
    );
  }

  protected apply(filters: Filters): void {
    this.asked.set(null);
    void this.router.navigate([], {
      queryParams: writeAddress(filters),
      queryParamsHandling: 'merge',
    });
  }

  protected show(view: 'matrix' | 'list'): void {
    this.asked.set(null);
    void this.router.navigate([], {
      queryParams: { view: view === 'matrix' ? null : view },
      queryParamsHandling: 'merge',
    });
  }

  /** Opens the commitment; where there is none or more than one, what is in the cell. */
  protected open(asked: AskedCell): void {
    const only = asked.cell?.only;
    if (only) void this.router.navigate(['/commitments', only]);
    else this.asked.set(asked);
  }

  /** Closes what is shown of a cell; the focus goes back to the cell. */
  protected close(): void {
    this.asked()?.anchor.focus();
    this.asked.set(null);
  }

  protected async download(
    format: 'xlsx' | 'csv',
    { instrument, today }: MatrixResponse,
  ): Promise<void> {
    this.downloadError.set(null);
    try {
      const language = this.language.current();
      const file = await this.api.download(`follow-up/matrix.${format}`, {
        ...this.filters(),
        language,
      });
      saveFile(file, `enlace-${instrument.symbol.toLowerCase()}-${today}.${format}`);
    } catch (error) {
      this.downloadError.set(error);
    }
  }
}
