import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/api/connection';
import { Session } from '../../core/auth/session';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { OwnPoints, newSubject } from '../../pattern/form/profile-subject';
import { ProfileSubjectFields } from '../../pattern/form/profile-subject-fields';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ImportFindings } from './import-findings';
import { ImportProgress } from './import-progress';
import { ImportReading } from './import-reading';
import { ImportStore } from './import-store';

/** Imports a file of figures: choose, check, map, comment, import. */
@Component({
  selector: 'en-import-page',
  imports: [
    ...[TranslocoPipe, ProblemNote, Empty, PageHead, Skeleton],
    ...[ProfileSubjectFields, ImportReading, ImportFindings, ImportProgress],
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
  protected readonly mayImport = computed(() => this.session.can('arrivals.import'));
  protected readonly points = inject(OwnPoints).list;
  protected readonly about = newSubject();
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
