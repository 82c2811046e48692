import type { ElementRef } from '@angular/core';
import {
  ChangeDetectorRef,
  Component,
  computed,
  effect,
  inject,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CodeLabel } from '../../core/i18n/code-label';
import { EnCountry, EnNumber } from '../../core/i18n/format-pipes';
import { EntryStore } from './entry-store';
import type { Column } from './model/columns';
import { COUNT_COLUMN } from './model/columns';
import { readCount } from './model/count-text';
import { placeOf } from './model/draft-mapping';
import type { EntryRow } from './model/entry-state';
import type { EditMode, GridAction } from './model/grid-keys';
import { actionFor } from './model/grid-keys';
import { columnTotal, copyFromAbove, rowTotal, setCells } from './model/grid-model';
import type { PasteFault } from './model/paste';
import { pasteBlock } from './model/paste';

/** A heading over the columns of one sex. */
interface ColumnGroup {
  readonly sex: string | null;
  readonly columns: number;
}

const groupsOf = (columns: readonly Column[]): readonly ColumnGroup[] =>
  [...Map.groupBy(columns, ({ sex }) => sex)].map(([sex, own]) => ({ sex, columns: own.length }));

/** Nationality by sex and age band, worked with the keyboard like a spreadsheet. */
@Component({
  selector: 'en-entry-grid',
  imports: [TranslocoPipe, CodeLabel, EnCountry, EnNumber],
  templateUrl: './entry-grid.html',
  styleUrl: './entry-grid.css',
})
export class EntryGrid {
  /** What is wrong with a pasted block, of which nothing was taken. */
  readonly refusedPaste = output<readonly PasteFault[]>();
  readonly pasted = output<number>();
  protected readonly store = inject(EntryStore);
  protected readonly row = signal(0);
  protected readonly column = signal(0);
  protected readonly mode = signal<EditMode>('none');
  protected readonly text = signal('');
  protected readonly badText = computed(() => 'fault' in readCount(this.text()));
  protected readonly groups = computed(() => groupsOf(this.store.columns()));
  protected readonly columnTotals = computed(() =>
    this.store.columns().map(({ key }) => columnTotal(this.store.state(), key)),
  );
  protected readonly savedRows = computed(
    () => new Map(this.store.saved().rows.map((row) => [row.nationality, row])),
  );
  protected readonly wrong = computed(() => {
    const figures = this.store.figures();
    return new Set(
      this.store.findings().flatMap(({ pointer }) => {
        const place = placeOf(figures, pointer);
        return place === null ? [] : [`${place.nationality}|${place.column}`];
      }),
    );
  });
  protected readonly countColumn = COUNT_COLUMN;
  protected readonly total = rowTotal;
  /** The nationality of the row that the cursor is in. */
  readonly current = computed(() => this.store.state().rows[this.row()]?.nationality ?? null);
  private readonly view = inject(ChangeDetectorRef);
  private readonly table = viewChild.required<ElementRef<HTMLTableElement>>('table');

  constructor() {
    effect(() => {
      const rows = this.store.state().rows.length;
      const columns = this.store.columns().length;
      untracked(() => {
        this.row.update((row) => Math.max(0, Math.min(row, rows - 1)));
        this.column.update((column) => Math.max(0, Math.min(column, columns - 1)));
      });
    });
  }

  /** Puts the cursor into a cell and the focus with it. */
  goTo(nationality: string, column: string): void {
    const row = this.store.state().rows.findIndex((one) => one.nationality === nationality);
    if (row < 0) return;
    const at = this.store.columns().findIndex(({ key }) => key === column);
    this.row.set(row);
    this.column.set(Math.max(0, at));
    this.focusCell();
  }

  protected isUnsaved(row: EntryRow, column: string): boolean {
    return this.savedRows().get(row.nationality)?.values[column] !== row.values[column];
  }

  protected isLow(value: number | undefined): boolean {
    return value !== undefined && value > 0 && value < 10;
  }

  protected isReplaced(row: EntryRow, column: string): boolean {
    return column === COUNT_COLUMN && Object.keys(row.values).some((key) => key !== COUNT_COLUMN);
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const action = actionFor(press, this.mode());
    if (action === null || (event.key === 'Tab' && this.atRowEnd(action))) return;
    event.preventDefault();
    this.act(action);
  }

  protected select(row: number, column: number): void {
    if (row === this.row() && column === this.column()) return;
    if (!this.commit()) return;
    this.row.set(row);
    this.column.set(column);
    this.focusCell();
  }

  protected editInPlace(): void {
    const value = this.value();
    this.begin('in-place', value === undefined ? '' : String(value));
  }

  protected left(): void {
    this.commit();
  }

  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isBlock = /[\t\n]/.test(text.trimEnd());
    if (text === '' || (this.mode() !== 'none' && !isBlock)) return;
    event.preventDefault();
    this.mode.set('none');
    const place = { row: this.row(), column: this.column(), columns: this.store.columns() };
    const result = pasteBlock(this.store.state(), text, place);
    if ('faults' in result) {
      this.refusedPaste.emit(result.faults);
      return;
    }
    this.store.edit(() => result.state);
    this.pasted.emit(result.cells);
    this.focusCell();
  }

  protected copy(event: ClipboardEvent): void {
    if (this.mode() !== 'none') return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', String(this.value() ?? ''));
  }

  private value(): number | undefined {
    const key = this.store.columns()[this.column()]?.key;
    return key === undefined ? undefined : this.store.state().rows[this.row()]?.values[key];
  }

  /** At a row's end the tabulator leaves the grid, so that nobody is caught in it. */
  private atRowEnd(action: GridAction): boolean {
    if (action.kind !== 'move') return false;
    const next = this.column() + action.columns;
    const leaves = next < 0 || next >= this.store.columns().length;
    if (leaves) this.commit();
    return leaves;
  }

  private act(action: GridAction): void {
    switch (action.kind) {
      case 'move':
        if (this.commit()) this.moveTo(this.row() + action.rows, this.column() + action.columns);
        return;
      case 'jump':
        this.jump(action.to);
        return;
      case 'replace':
        this.begin('replace', action.text);
        return;
      case 'edit':
        this.editInPlace();
        return;
      case 'cancel':
        this.mode.set('none');
        this.focusCell();
        return;
      case 'clear':
        this.put(null);
        return;
      case 'copy-above':
        this.copyAbove();
        return;
      case 'undo':
        this.store.undo();
        return;
      case 'redo':
        this.store.redo();
    }
  }

  private jump(to: 'row-start' | 'row-end' | 'first' | 'last'): void {
    const last = this.store.columns().length - 1;
    const rows = this.store.state().rows.length - 1;
    const row = { 'row-start': this.row(), 'row-end': this.row(), first: 0, last: rows }[to];
    this.moveTo(row, to === 'row-start' || to === 'first' ? 0 : last);
  }

  private moveTo(row: number, column: number): void {
    this.row.set(Math.max(0, Math.min(row, this.store.state().rows.length - 1)));
    this.column.set(Math.max(0, Math.min(column, this.store.columns().length - 1)));
    this.focusCell();
  }

  private copyAbove(): void {
    const column = this.store.columns()[this.column()];
    if (column !== undefined) {
      this.store.edit((state) => copyFromAbove(state, this.row(), column.key));
    }
  }

  private begin(mode: EditMode, text: string): void {
    this.text.set(text);
    this.mode.set(mode);
    this.view.detectChanges();
    const input = this.table().nativeElement.querySelector('input');
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }

  /** Takes what was typed into the cell; a text that is no count stays to be corrected. */
  private commit(): boolean {
    if (this.mode() === 'none') return true;
    const read = readCount(this.text());
    if ('fault' in read) return false;
    this.mode.set('none');
    this.put(read.value);
    return true;
  }

  private put(value: number | null): void {
    const nationality = this.current();
    const column = this.store.columns()[this.column()]?.key;
    if (nationality === null || column === undefined) return;
    this.store.edit((state) => setCells(state, [{ nationality, column, value }]));
  }

  /** Draws at once, so that the next key, however fast, meets the cell it is meant for. */
  private focusCell(): void {
    this.view.detectChanges();
    this.table().nativeElement.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }
}
