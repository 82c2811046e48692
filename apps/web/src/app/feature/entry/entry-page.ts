import { Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../core/auth/session';
import { EnCountry, EnMonth } from '../../core/i18n/format-pipes';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Connection } from '../../core/api/connection';
import { Icon } from '../../ui/icon/icon';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { Checking } from './checking';
import { ChecksPanel } from './checks-panel';
import { ConflictDialog } from './conflict-dialog';
import { DraftKeeper, NotEditable } from './draft-keeper';
import { EntryGrid } from './entry-grid';
import { EntryPhone } from './entry-phone';
import { EntryStore } from './entry-store';
import { HeaderFields } from './header-fields';
import { IndicatorsTable } from './indicators-table';
import { LastMonthsRows } from './last-months-rows';
import type { Layout } from './model/columns';
import { LAYOUTS } from './model/columns';
import { addRows, removeRow } from './model/grid-model';
import type { PasteFault } from './model/paste';
import { narrowScreen } from '../../ui/narrow-screen';
import { NationalityFinder } from './nationality-finder';
import { SpokenTotals } from './spoken-totals';

/** Most faulty cells of a paste that are listed. */
const MOST_FAULTS = 12;

/** Entry of a report: the grid, what the checks say, and sending it. */
@Component({
  selector: 'en-entry-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    EnCountry,
    EnMonth,
    ProblemNote,
    Icon,
    PageHead,
    Skeleton,
    ChecksPanel,
    ConflictDialog,
    EntryGrid,
    EntryPhone,
    HeaderFields,
    IndicatorsTable,
    NationalityFinder,
    SpokenTotals,
  ],
  providers: [EntryStore, DraftKeeper, Checking],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.css',
})
export class EntryPage {
  /** The report's id, from the address. */
  readonly id = input.required<string>();
  protected readonly store = inject(EntryStore);
  protected readonly keeper = inject(DraftKeeper);
  protected readonly checking = inject(Checking);
  protected readonly connection = inject(Connection);
  protected readonly format = inject(Format);
  private readonly session = inject(Session);
  private readonly reference = inject(Reference);
  private readonly router = inject(Router);
  private readonly earlier = inject(LastMonthsRows);
  private readonly grid = viewChild(EntryGrid);

  protected readonly layouts = LAYOUTS;
  protected readonly narrow = narrowScreen();
  protected readonly faults = signal<readonly PasteFault[]>([]);
  protected readonly copyFailure = signal<unknown>(null);
  protected readonly copied = signal<number | null>(null);
  protected readonly opening = resource({
    params: () => {
      const organization = this.session.acting()?.organization.id;
      return organization === undefined ? undefined : { id: this.id(), organization };
    },
    loader: async ({ params }) => {
      await this.keeper.open(params.id);
      return true;
    },
  });
  protected readonly notEditable = computed(() => {
    const error = this.opening.error();
    return error instanceof NotEditable || error?.cause instanceof NotEditable;
  });
  protected readonly point = computed(() =>
    this.reference.pointName(this.store.report()?.crossingPoint ?? ''),
  );
  protected readonly stateName = computed(() =>
    this.reference.stateName(this.store.report()?.state ?? ''),
  );
  protected readonly monthBefore = computed(() => {
    const report = this.store.report();
    return report === null ? null : this.earlier.monthBefore(report);
  });
  protected readonly current = computed(() => this.grid()?.current() ?? null);
  protected readonly shownFaults = computed(() => this.faults().slice(0, MOST_FAULTS));

  protected setLayout(text: string): void {
    this.store.layout.set(LAYOUTS.find((one): one is Layout => one === text) ?? 'detailed');
  }

  protected add(nationality: string): void {
    this.store.edit((state) => addRows(state, [nationality]));
    const first = this.store.columns()[0]?.key;
    if (first !== undefined) this.grid()?.goTo(nationality, first);
  }

  protected remove(nationality: string): void {
    this.store.edit((state) => removeRow(state, nationality));
  }

  protected goTo(place: { readonly nationality: string; readonly column: string }): void {
    this.grid()?.goTo(place.nationality, place.column);
  }

  protected pasted(): void {
    this.faults.set([]);
  }

  protected async copyRows(): Promise<void> {
    const report = this.store.report();
    if (report === null) return;
    this.copyFailure.set(null);
    try {
      const rows = await this.earlier.read(report);
      const before = this.store.state().rows.length;
      this.store.edit((state) => addRows(state, rows));
      this.copied.set(this.store.state().rows.length - before);
    } catch (error) {
      this.copyFailure.set(error);
    }
  }

  protected async send(): Promise<void> {
    if (await this.checking.send()) {
      await this.router.navigate(['/arrivals/reports', this.id()]);
      return;
    }
    document.getElementById('checks')?.focus();
  }
}
