import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { TRANSLOCO_SCOPE, provideTransloco } from '@jsverse/transloco';
import { LANGUAGES } from '@enlace/domain';
import { of } from 'rxjs';
import { EntryGrid } from './entry-grid';
import { EntryStore } from './entry-store';
import type { ExactReport } from './model/draft-mapping';
import { stateFromReport } from './model/draft-mapping';
import { addRows } from './model/grid-model';
import type { PasteFault } from './model/paste';

/** What the keys do does not depend on the words. */
class NoTexts {
  getTranslation() {
    return of({});
  }
}

const ID = '3f0a4a3e-6d0b-4f0e-9d43-0d9c5b6f7a11';
const REPORT: ExactReport = {
  id: ID,
  state: 'PAN',
  organization: ID,
  crossingPoint: ID,
  period: '2026-10',
  periodLength: 'month',
  unit: 'persons',
  observation: 'entry',
  sourceKind: 'register',
  coverage: 'full',
  finality: 'provisional',
  nil: false,
  definitionVersion: '1',
  version: 1,
  versionState: 'draft',
  clearedAt: null,
  detail: 'exact',
  withoutNationalsOf: null,
  counts: [{ nationality: 'CMR', figure: { kind: 'exact', value: 12 } }],
  total: { kind: 'exact', value: 12 },
  classification: 'restricted',
  direction: 'northbound',
  coveragePercent: null,
  sampleSize: null,
  method: null,
  confidence: null,
  registerTotal: null,
  note: null,
  cells: [{ nationality: 'CMR', sex: 'female', ageBand: '0-4', value: 12 }],
  indicators: [],
  acts: ['edit'],
  returnReason: null,
  reopenReason: null,
  retractReason: null,
  author: true,
};

describe('the entry grid', () => {
  let fixture: ComponentFixture<EntryGrid>;
  let store: EntryStore;
  let faults: readonly PasteFault[];

  const grid = (): HTMLElement => (fixture.nativeElement as HTMLElement).querySelector('table')!;
  const input = (): HTMLInputElement | null => grid().querySelector('input');
  const tabStops = (): Element[] => [...grid().querySelectorAll('td[tabindex="0"]')];
  const values = (row: number) => store.state().rows[row]?.values;

  const press = async (key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    (input() ?? tabStops()[0])?.dispatchEvent(event);
    await fixture.whenStable();
    return event.defaultPrevented;
  };
  const type = async (text: string): Promise<void> => {
    const box = input();
    if (box === null) throw new Error('no cell is edited');
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const paste = async (text: string): Promise<void> => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
    tabStops()[0]?.dispatchEvent(event);
    await fixture.whenStable();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        EntryStore,
        provideTransloco({
          config: {
            availableLangs: [...LANGUAGES],
            defaultLang: 'en',
            prodMode: true,
            missingHandler: { logMissingKey: false },
          },
          loader: NoTexts,
        }),
        { provide: TRANSLOCO_SCOPE, useValue: 'entry', multi: true },
      ],
    });
    store = TestBed.inject(EntryStore);
    const state = stateFromReport(REPORT);
    store.open(REPORT, state, addRows(state, ['BGD', 'NPL']));
    faults = [];
    fixture = TestBed.createComponent(EntryGrid);
    fixture.componentInstance.refusedPaste.subscribe((found) => (faults = found));
    await fixture.whenStable();
  });

  it('is a grid with one tab stop, rows named by their nationality and totals', () => {
    expect(grid().getAttribute('role')).toBe('grid');
    expect(tabStops()).toHaveLength(1);
    expect(grid().querySelector('tbody th')?.textContent.trim()).toBe('Cameroon');
    expect(grid().querySelectorAll('tbody tr')).toHaveLength(3);
    expect(grid().querySelector('tfoot td.t')?.textContent.trim()).toBe('12');
  });

  it('replaces by typing, goes down with Enter and right with Tab', async () => {
    await press('9');
    expect(input()?.value).toBe('9');
    await type('95');
    await press('Enter');
    expect(values(0)).toEqual({ 'female|0-4': 95 });
    await press('4');
    await press('Tab');
    expect(values(1)).toEqual({ 'female|0-4': 4 });
    await press('7');
    await press('Enter');
    expect(values(1)).toEqual({ 'female|0-4': 4, 'female|5-11': 7 });
    expect(grid().querySelector('tfoot td.t')?.textContent.trim()).toBe('106');
    expect(tabStops()).toHaveLength(1);
  });

  it('edits in place with F2, gives the cell back with Esc, and keeps a text that is no count', async () => {
    await press('F2');
    expect(input()?.value).toBe('12');
    await type('999');
    await press('Escape');
    expect(input()).toBeNull();
    expect(values(0)).toEqual({ 'female|0-4': 12 });
    await press('F2');
    await type('1,5');
    await press('Enter');
    expect(input()?.getAttribute('aria-invalid')).toBe('true');
    expect(values(0)).toEqual({ 'female|0-4': 12 });
  });

  it('jumps to row ends and corners, copies from above, clears, and lets Tab out at a row’s end', async () => {
    await press('ArrowDown');
    await press('d', { ctrlKey: true });
    expect(values(1)).toEqual({ 'female|0-4': 12 });
    await press('Delete');
    expect(values(1)).toEqual({});
    await press('End');
    expect(await press('Tab')).toBe(false);
    await press('Home', { ctrlKey: true });
    expect(tabStops()[0]).toBe(grid().querySelector('tbody td'));
    await press('End', { ctrlKey: true });
    expect(tabStops()[0]?.parentElement).toBe(grid().querySelector('tbody tr:last-child'));
    expect(await press('Tab', { shiftKey: true })).toBe(true);
  });

  it('pastes a block in one step that undo takes back and redo gives again', async () => {
    const before = store.state();
    await paste('1\t2\t3\n4\t5\t6\n7\t8\t9\n');
    const after = store.state();
    expect(values(2)).toEqual({ 'female|0-4': 7, 'female|5-11': 8, 'female|12-17': 9 });
    await press('z', { ctrlKey: true });
    expect(store.state()).toBe(before);
    await press('Z', { ctrlKey: true, shiftKey: true });
    expect(store.state()).toBe(after);
  });

  it('names the cells of a faulty block and pastes nothing of it', async () => {
    const before = store.state();
    await paste('1\t2,5\n4\t-1\n');
    expect(faults.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [1, 2, 'not-whole'],
      [2, 2, 'negative'],
    ]);
    expect(store.state()).toBe(before);
  });

  it('hatches figures below ten and marks those that are not saved', async () => {
    await press('5');
    await press('Enter');
    const cell = grid().querySelector('tbody td');
    expect(cell?.classList.contains('low')).toBe(true);
    expect(cell?.classList.contains('unsaved')).toBe(true);
    store.markSaved(store.state());
    await fixture.whenStable();
    expect(cell?.classList.contains('unsaved')).toBe(false);
  });
});
