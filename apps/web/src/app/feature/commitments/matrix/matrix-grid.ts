import type { ElementRef } from '@angular/core';
import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatrixCell, MatrixResponse } from '@enlace/contract';
import { FOLLOW_UP_STATUSES, daysBetween } from '@enlace/domain';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Reference } from '../../../core/reference/reference';
import { Shortcuts } from '../../../core/shell/shortcuts';
import { markOf } from '../../../pattern/mark-of';
import { MARKS, StatusMark } from '../../../pattern/status-mark';
import { StatusSpread } from '../../../pattern/status-spread';
import { MarkSprite } from './mark-sprite';
import { moved, nextOverdue, type Field, type Place } from './matrix-keys';
import { beginsSubregion, groupsOf, subregionsOf, type MatrixRow } from './matrix-view';

/** A cell that somebody asked about, and where it stands. */
export interface AskedCell {
  readonly row: MatrixRow;
  readonly state: string;
  readonly cell: MatrixCell | undefined;
  readonly anchor: HTMLElement;
}

/** Provision x State: one tab stop, moved through with the keys; a letter, a shape and a colour a cell. */
@Component({
  selector: 'en-matrix-grid',
  imports: [TranslocoPipe, CodeLabel, StatusMark, StatusSpread, MarkSprite],
  templateUrl: './matrix-grid.html',
  styleUrl: './matrix-grid.css',
  host: { '(keydown)': 'press($event)' },
})
export class MatrixGrid {
  readonly matrix = input.required<MatrixResponse>();
  /** Enter: open what is in the cell. */
  readonly opened = output<AskedCell>();
  /** Space or a click: show what is in the cell. */
  readonly asked = output<AskedCell>();

  protected readonly reference = inject(Reference);
  protected readonly session = inject(Session);
  private readonly format = inject(Format);
  private readonly shortcuts = inject(Shortcuts);
  private readonly table = viewChild.required<ElementRef<HTMLTableElement>>('table');

  protected readonly statuses = FOLLOW_UP_STATUSES;
  protected readonly markOf = markOf;
  protected readonly marks = MARKS;
  protected readonly groups = computed(() => groupsOf(this.matrix()));
  protected readonly rows = computed(() => this.groups().flatMap(({ rows }) => rows));
  protected readonly subregions = computed(() => subregionsOf(this.matrix()));
  protected readonly shownRows = computed(
    () => this.matrix().provisions.filter(({ shown }) => shown).length,
  );
  protected readonly own = computed(() => this.session.acting()?.organization.state ?? null);
  protected readonly place = linkedSignal<MatrixResponse, Place>({
    source: this.matrix,
    computation: (_matrix, previous) => previous?.value ?? { row: 0, column: 0 },
  });
  private readonly field = computed<Field>(() => {
    const { provisions, states } = this.matrix();
    return {
      rows: provisions.length,
      columns: states.length,
      groups: this.groups().flatMap(({ rows }) => rows.slice(0, 1).map(({ index }) => index)),
      isOverdue: ({ row, column }) => {
        const shown = provisions[row]?.shown === true && states[column]?.shown === true;
        return shown && this.rows()[row]?.cells[column]?.status === 'overdue';
      },
    };
  });

  protected begins(column: number): boolean {
    return beginsSubregion(this.matrix(), column);
  }

  /** What a cell says to who does not see it. */
  protected words({ provision, cells }: MatrixRow, column: number): string {
    const { states, today } = this.matrix();
    const cell = cells[column];
    const status = cell?.status ?? 'no-report';
    const parts = [this.reference.stateName(states[column]?.state ?? ''), provision.number];
    parts.push(this.format.text(`status.${markOf(status)}`));
    if (cell?.dueOn && (status === 'overdue' || status === 'due-soon')) {
      parts.push(this.format.relativeDays(daysBetween(today, cell.dueOn)));
    }
    if (cell && cell.commitments > 1) {
      parts.push(this.format.counted('commitments.count', cell.commitments));
    }
    return parts.join(', ');
  }

  protected press(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('[data-at]') === null) return;
    const overdue = event.key.toLowerCase() === 'o' && !event.ctrlKey && !event.metaKey;
    const to =
      overdue && this.shortcuts.enabled()
        ? nextOverdue(this.field(), this.place(), event.shiftKey ? -1 : 1)
        : moved(this.field(), this.place(), event.key, event.ctrlKey || event.metaKey);
    if (to !== null) {
      event.preventDefault();
      this.focus(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.ask(this.place(), event.key === 'Enter' ? 'open' : 'show');
    }
  }

  protected click(row: number, column: number): void {
    this.place.set({ row, column });
    this.ask({ row, column }, 'show');
  }

  private ask(place: Place, how: 'open' | 'show'): void {
    const row = this.rows()[place.row];
    const state = this.matrix().states[place.column]?.state;
    const anchor = this.cellAt(place);
    if (row === undefined || state === undefined || anchor === null) return;
    const asked = { row, state, cell: row.cells[place.column], anchor };
    if (how === 'open') this.opened.emit(asked);
    else this.asked.emit(asked);
  }

  /** Moves the one tab stop and the focus with it. */
  private focus(place: Place): void {
    this.place.set(place);
    this.cellAt(place)?.focus();
  }

  private cellAt({ row, column }: Place): HTMLElement | null {
    return this.table().nativeElement.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`);
  }
}
