import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { reportResponse, versionListResponse } from '@enlace/contract';
import { Api, ProblemError } from '../../core/api/api';
import { Session } from '../../core/auth/session';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { EnCountry, EnMonth } from '../../core/i18n/format-pipes';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { AudienceChip } from '../../pattern/audience-chip';
import { Figure } from '../../pattern/figure';
import { SourceLine } from '../../pattern/source-line';
import { StateTile } from '../../pattern/state-tile';
import { ReadersCard } from '../../pattern/readers-card';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import type { AskedAct } from './reason-dialog';
import { ReasonDialog } from './reason-dialog';
import { ReportActs } from './report-acts';
import { ReportBreakdowns } from './report-breakdowns';
import { ReportDifferences } from './report-differences';
import { ReportShares } from './report-shares';

const ASKED: readonly AskedAct[] = ['return', 'reopen', 'retract', 'discard'];

/** One profile: its header, figures, versions, readers, and what may be done with it. */
@Component({
  selector: 'en-report-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    CodeLabel,
    EnCountry,
    EnMonth,
    ProblemNote,
    AudienceChip,
    Figure,
    SourceLine,
    StateTile,
    PageHead,
    Skeleton,
    ReasonDialog,
    ReportBreakdowns,
    ReportDifferences,
    ReadersCard,
    ReportShares,
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  readonly id = input.required<string>();
  /** A version that is not the current one. */
  readonly version = input<string>();

  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly acts = inject(ReportActs);

  private readonly wanted = computed(() =>
    this.session.known()
      ? {
          id: this.id(),
          version: this.version(),
          acting: this.session.acting()?.organization.alias ?? null,
        }
      : undefined,
  );
  protected readonly read = resource({
    params: this.wanted,
    loader: ({ params: { id, version } }) =>
      this.api.getVersion(`arrivals/reports/${id}`, reportResponse, { version }),
  });
  protected readonly versions = resource({
    params: this.wanted,
    loader: ({ params: { id } }) =>
      this.api.get(`arrivals/reports/${id}/versions`, versionListResponse),
  });
  protected readonly report = computed(() =>
    this.read.hasValue() ? this.read.value().body : null,
  );
  protected readonly exact = computed(() => {
    const report = this.report();
    return report?.detail === 'exact' ? report : null;
  });
  /** A retracted report that its reader gets without figures. */
  protected readonly withdrawn = computed(
    () => this.report()?.versionState === 'retracted' && this.report()?.counts.length === 0,
  );
  /** Versions to compare, newest first; null: there are not two, or they are not exact. */
  protected readonly comparable = computed(() => {
    const read = this.versions.hasValue() ? this.versions.value().versions : [];
    const numbers = read.map(({ version }) => version);
    return this.exact() !== null && numbers.length > 1 ? numbers : null;
  });
  protected readonly askedActs = computed(() =>
    ASKED.filter((act) => this.exact()?.acts.includes(act) === true),
  );
  protected readonly owner = computed(
    () =>
      this.session.can('arrivals.read-readers') &&
      this.report()?.organization === this.session.acting()?.organization.id,
  );
  protected readonly asked = signal<AskedAct>('return');
  protected readonly asking = signal(false);
  protected readonly sending = signal(false);
  protected readonly error = signal<unknown>(null);
  /** Somebody else changed the report first: it was read again and nothing was done. */
  protected readonly overtaken = signal(false);

  protected ask(act: AskedAct): void {
    this.asked.set(act);
    this.asking.set(true);
  }

  protected clear(): Promise<void> {
    return this.send((etag) => this.acts.clear(this.id(), etag));
  }

  protected async decide(reason: string): Promise<void> {
    const act = this.asked();
    await this.send((etag) => this.acts.act(act, this.id(), etag, reason));
    // A first draft that was discarded leaves nothing to show.
    if (act === 'discard' && this.error() === null && !this.overtaken()) {
      await this.router.navigateByUrl('/arrivals/reports');
    }
  }

  private async send(act: (etag: string) => Promise<void>): Promise<void> {
    const etag = this.read.hasValue() ? this.read.value().etag : null;
    if (etag === null || this.sending()) return;
    this.sending.set(true);
    this.error.set(null);
    this.overtaken.set(false);
    try {
      await act(etag);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) this.overtaken.set(true);
      else this.error.set(error);
    } finally {
      this.sending.set(false);
      this.read.reload();
      this.versions.reload();
    }
  }
}
