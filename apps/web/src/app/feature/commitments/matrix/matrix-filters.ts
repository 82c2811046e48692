import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InstrumentSummary, MatrixResponse } from '@enlace/contract';
import { PROVISION_THEMES } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Reference } from '../../../core/reference/reference';
import type { MatrixFilters as Filters } from './matrix-address';
import { isNarrowed, readAddress } from './matrix-address';

/** Filters of the matrix; each applies at once, greys out and reorders nothing. */
@Component({
  selector: 'en-matrix-filters',
  imports: [TranslocoPipe, CodeLabel],
  templateUrl: './matrix-filters.html',
  styleUrl: './matrix-filters.css',
})
export class MatrixFilters {
  readonly filters = input.required<Filters>();
  readonly instruments = input.required<readonly InstrumentSummary[]>();
  readonly groups = input.required<MatrixResponse['groups']>();
  readonly changed = output<Filters>();
  protected readonly reference = inject(Reference);
  protected readonly themes = PROVISION_THEMES;
  protected readonly narrowed = computed(() => isNarrowed(this.filters()));

  protected change(part: { readonly [Name in keyof Filters]?: string }): void {
    const kept = Object.entries({ ...this.filters(), ...part }).filter(
      ([, value]) => value !== null,
    );
    this.changed.emit(readAddress(Object.fromEntries(kept)));
  }

  protected clear(): void {
    this.changed.emit(readAddress({ instrument: this.filters().instrument }));
  }
}
