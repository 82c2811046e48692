import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskResponse } from '@enlace/contract';
import { clearManyResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Dialog } from '../../ui/dialog/dialog';

type Task = DeskResponse['tasks'][number];

/** Clears several profiles that others sent, as an import leaves them: all that are chosen, or none. */
@Component({
  selector: 'en-clear-several',
  imports: [TranslocoPipe, ProblemNote, Dialog],
  template: `
    <button type="button" class="btn" (click)="ask()">
      {{ 'desk.several.open' | transloco }}
    </button>
    <en-dialog [title]="'desk.several.title' | transloco" [(open)]="asking">
      <p class="sm muted">{{ 'desk.several.help' | transloco }}</p>
      <en-problem-note [problem]="refusal()" />
      <label class="all"
        ><input
          #all
          type="checkbox"
          [checked]="chosen().size === ids().length"
          (change)="chooseAll(all.checked)"
        />
        {{ format.counted('desk.several.all', ids().length) }}</label
      >
      <ul>
        @for (task of sent(); track task.report) {
          <li>
            <label
              ><input type="checkbox" [checked]="isChosen(task)" (change)="toggle(task)" />
              {{
                'desk.profile'
                  | transloco
                    : {
                        month: format.month(task.period),
                        point: reference.pointName(task.crossingPoint),
                      }
              }}</label
            >
          </li>
        }
      </ul>
      <p class="acts">
        <button type="button" class="btn btn-outlined" (click)="asking.set(false)">
          {{ 'desk.several.cancel' | transloco }}
        </button>
        <button
          type="button"
          class="btn btn-filled"
          [disabled]="chosen().size === 0 || busy()"
          (click)="clear()"
        >
          {{ format.counted('desk.several.clear', chosen().size) }}
        </button>
      </p>
    </en-dialog>
  `,
  styles: `
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 40px;
    }
    .all {
      font-weight: 500;
      border-bottom: 1px solid var(--line);
    }
    ul {
      max-height: 50vh;
      overflow-y: auto;
    }
  `,
})
export class ClearSeveral {
  readonly tasks = input.required<readonly Task[]>();
  /** How many were cleared. */
  readonly cleared = output<number>();
  private readonly api = inject(Api);
  protected readonly format = inject(Format);
  protected readonly reference = inject(Reference);
  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<unknown>(null);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly sent = computed(() => this.tasks().filter(({ kind }) => kind === 'clear'));
  protected readonly ids = computed(() => this.sent().flatMap(({ report }) => report ?? []));

  protected ask(): void {
    this.refusal.set(null);
    this.chosen.set(new Set());
    this.asking.set(true);
  }

  protected isChosen({ report }: Task): boolean {
    return report !== null && this.chosen().has(report);
  }

  protected chooseAll(all: boolean): void {
    this.chosen.set(new Set(all ? this.ids() : []));
  }

  protected toggle({ report }: Task): void {
    if (report === null) return;
    const chosen = new Set(this.chosen());
    if (!chosen.delete(report)) chosen.add(report);
    this.chosen.set(chosen);
  }

  protected async clear(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const reports = [...this.chosen()];
      const { body } = await this.api.post('arrivals/clearances', { reports }, clearManyResponse);
      this.asking.set(false);
      this.cleared.emit(body.cleared);
    } catch (problem) {
      this.refusal.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
