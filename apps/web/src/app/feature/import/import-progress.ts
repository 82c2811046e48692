import { Component, effect, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnNumber } from '../../core/i18n/format-pipes';
import { ProblemNote } from '../../core/problems/problem-note';
import { Dialog } from '../../ui/dialog/dialog';
import { FaultTable } from './fault-table';
import { ImportStore } from './import-store';

/** How far the import is, a way to cancel it, and how it ended. */
@Component({
  selector: 'en-import-progress',
  imports: [RouterLink, TranslocoPipe, EnNumber, ProblemNote, Dialog, FaultTable],
  templateUrl: './import-progress.html',
  styles: `
    progress {
      width: 100%;
      height: 12px;
      margin: 8px 0;
      accent-color: var(--c1);
    }
    .acts {
      margin-top: 16px;
    }
  `,
})
export class ImportProgress {
  readonly another = output();
  protected readonly store = inject(ImportStore);
  protected readonly asking = signal(false);

  constructor() {
    // What has ended cannot be cancelled: the question would promise that nothing stays.
    effect(() => {
      if (!this.store.running()) this.asking.set(false);
    });
  }

  protected async cancel(): Promise<void> {
    this.asking.set(false);
    await this.store.cancel();
  }
}
