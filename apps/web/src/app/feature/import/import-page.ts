import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Observation, SourceKind, Unit } from '@enlace/domain';
import { OBSERVATIONS, SOURCE_KINDS, UNITS } from '@enlace/domain';
import { Connection } from '../../core/api/connection';
import { Session } from '../../core/auth/session';
import { CodeLabel } from '../../core/i18n/code-label';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ImportFindings } from './import-findings';
import type { ImportAbout } from './import-model';
import { ImportProgress } from './import-progress';
import { ImportReading } from './import-reading';
import { ImportStore } from './import-store';

/** Imports a file of figures: choose, check, map, comment, import. */
@Component({
  selector: 'en-import-page',
  imports: [
    ...[TranslocoPipe, CodeLabel, ProblemNote, Empty, PageHead, Skeleton],
    ...[ImportReading, ImportFindings, ImportProgress],
  ],
  providers: [ImportStore],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  protected readonly store = inject(ImportStore);
  protected readonly session = inject(Session);
  protected readonly reference = inject(Reference);
  protected readonly offline = inject(Connection).offline;
  protected readonly units = UNITS;
  protected readonly observations = OBSERVATIONS;
  protected readonly sources = SOURCE_KINDS;
  protected readonly mayImport = computed(() => this.session.can('arrivals.import'));
  protected readonly points = computed(() => {
    const acting = this.session.acting();
    return this.reference
      .crossingPoints()
      .filter(
        ({ id, state }) =>
          state === acting?.organization.state && acting.seatPoints?.includes(id) !== false,
      );
  });
  protected readonly point = linkedSignal(() => this.points()[0]?.id ?? '');
  protected readonly unit = signal<Unit>('persons');
  protected readonly observation = signal<Observation>('entry');
  protected readonly source = signal<SourceKind>('register');
  private readonly about = computed<ImportAbout>(() => ({
    crossingPoint: this.point(),
    unit: this.unit(),
    observation: this.observation(),
    sourceKind: this.source(),
  }));
  /** Whether the answer shown is about another crossing, unit, observation or source, or read otherwise. */
  protected readonly changed = computed(() => {
    const settings = this.store.answer()?.settings;
    if (settings === undefined) return false;
    const { crossingPoint, unit, observation, sourceKind } = this.about();
    const same =
      settings.crossingPoint === crossingPoint &&
      settings.unit === unit &&
      settings.observation === observation &&
      settings.sourceKind === sourceKind;
    return !same || this.store.changed();
  });
  protected readonly ready = computed(() => this.store.ready() && !this.changed());

  protected choose(input: HTMLInputElement): void {
    void this.store.choose(input.files?.[0]);
  }

  protected check(event: Event): void {
    event.preventDefault();
    void this.store.check(this.about());
  }

  protected start(): void {
    if (this.ready()) void this.store.start();
  }
}
