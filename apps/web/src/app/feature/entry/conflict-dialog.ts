import { Component, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LABELS } from '@enlace/domain';
import { Format } from '../../core/i18n/format';
import { Language } from '../../core/i18n/language';
import { Dialog } from '../../ui/dialog/dialog';
import { DraftKeeper } from './draft-keeper';
import type { Conflict, EntryValue } from './model/merge';

/** Where two people entered different values: cell by cell, theirs or ours. */
@Component({
  selector: 'en-conflict-dialog',
  imports: [TranslocoPipe, Dialog],
  template: `
    <en-dialog [title]="'entry.conflict' | transloco" [(open)]="open">
      <p>{{ 'entry.conflictHelp' | transloco }}</p>
      <div class="row wrap">
        <button type="button" class="btn sm" (click)="takeAll(false)">
          {{ 'entry.allOurs' | transloco }}
        </button>
        <button type="button" class="btn sm" (click)="takeAll(true)">
          {{ 'entry.allTheirs' | transloco }}
        </button>
      </div>
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ 'entry.where' | transloco }}</th>
              <th scope="col">{{ 'entry.ours' | transloco }}</th>
              <th scope="col">{{ 'entry.theirs' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of keeper.conflicts(); track one.path) {
              <tr>
                <th scope="row">{{ where(one) }}</th>
                <td>
                  <label class="row">
                    <input
                      type="radio"
                      [name]="one.path"
                      [checked]="!theirs().has(one.path)"
                      (change)="take(one, false)"
                    />
                    {{ shown(one.ours) }}
                  </label>
                </td>
                <td>
                  <label class="row">
                    <input
                      type="radio"
                      [name]="one.path"
                      [checked]="theirs().has(one.path)"
                      (change)="take(one, true)"
                    />
                    {{ shown(one.theirs) }}
                  </label>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <button type="button" class="btn btn-filled" (click)="settle()">
        {{ 'entry.settle' | transloco }}
      </button>
    </en-dialog>
  `,
})
export class ConflictDialog {
  protected readonly keeper = inject(DraftKeeper);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  readonly open = signal(false);
  protected readonly theirs = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      const any = this.keeper.conflicts().length > 0;
      untracked(() => {
        this.theirs.set(new Set());
        this.open.set(any);
      });
    });
  }

  protected where({ kind, first, second }: Conflict): string {
    if (kind === 'header') return this.transloco.translate(`entry.${first}`);
    if (kind === 'indicator') {
      const of = second === '' ? [] : [this.format.country(second)];
      return [this.label('indicator', first), ...of].join(', ');
    }
    const [sex = '', band] = second.split('|');
    const column =
      band === undefined
        ? this.transloco.translate('entry.count')
        : `${this.label('sex', sex)} ${this.label('ageBand', band)}`;
    return `${this.format.country(first)}, ${column}`;
  }

  protected shown(value: EntryValue): string {
    if (typeof value === 'number') return this.format.number(value);
    if (typeof value === 'boolean') {
      return this.transloco.translate(value ? 'entry.yes' : 'entry.no');
    }
    return value ?? this.transloco.translate('entry.blank');
  }

  protected take({ path }: Conflict, taken: boolean): void {
    this.theirs.update((before) => {
      const after = new Set(before);
      if (taken) after.add(path);
      else after.delete(path);
      return after;
    });
  }

  protected takeAll(taken: boolean): void {
    this.theirs.set(new Set(taken ? this.keeper.conflicts().map(({ path }) => path) : []));
  }

  protected settle(): void {
    const taken = this.keeper.conflicts().filter(({ path }) => this.theirs().has(path));
    void this.keeper.resolve(taken);
  }

  private label(list: 'indicator' | 'sex' | 'ageBand', code: string): string {
    const labels: Readonly<Record<string, string>> = LABELS[list][this.language.current()];
    return labels[code] ?? code;
  }
}
