import { Injectable, computed, signal } from '@angular/core';
import { checkFigures } from '@enlace/domain';
import type { Layout } from './model/columns';
import { columnsFor, layoutOf } from './model/columns';
import type { ExactReport } from './model/draft-mapping';
import { figuresOf } from './model/draft-mapping';
import type { EntryState } from './model/entry-state';
import { usedColumns, wholeTotal } from './model/grid-model';
import { History } from './model/history';
import { countDifferences } from './model/merge';

const BLANK: EntryState = {
  rows: [],
  indicators: {},
  header: {
    direction: 'not-recorded',
    coverage: 'full',
    coveragePercent: null,
    sampleSize: null,
    method: null,
    confidence: null,
    finality: 'provisional',
    nil: false,
    registerTotal: null,
    note: null,
  },
};

/** The draft on the screen: what is entered, what the server has, and what the checks say. */
@Injectable()
export class EntryStore {
  private readonly steps = signal(History.of(BLANK));
  private readonly stored = signal(BLANK);
  private readonly opened = signal<ExactReport | null>(null);

  /** The text field that the last step was typed into. */
  private lastText: string | null = null;

  /** The report whose draft this is; null while it loads. */
  readonly report = this.opened.asReadonly();
  readonly state = computed(() => this.steps().present);
  /** The draft as the server has it. */
  readonly saved = this.stored.asReadonly();
  readonly canUndo = computed(() => this.steps().canUndo);
  readonly canRedo = computed(() => this.steps().canRedo);
  readonly layout = signal<Layout>('detailed');
  readonly columns = computed(() => columnsFor(this.layout(), usedColumns(this.state())));
  readonly nationalities = computed(
    () => new Set(this.state().rows.map(({ nationality }) => nationality)),
  );
  readonly total = computed(() => wholeTotal(this.state()));
  readonly figures = computed(() => figuresOf(this.state()));
  readonly findings = computed(() => checkFigures(this.figures()));
  /** How many values the server does not have yet. */
  readonly waiting = computed(() => countDifferences(this.state(), this.saved()));

  /** Shows a draft; undo does not go back beyond this. */
  open(report: ExactReport, saved: EntryState, state: EntryState): void {
    this.lastText = null;
    this.layout.set(layoutOf(usedColumns(state)));
    this.stored.set(saved);
    this.steps.set(History.of(state));
    this.opened.set(report);
  }

  /** Changes the draft in one step; edits that follow one another in the same text are one step. */
  edit(change: (state: EntryState) => EntryState, text: string | null = null): void {
    const goesOn = text !== null && text === this.lastText;
    this.steps.update((steps) => {
      const next = change(steps.present);
      return goesOn ? steps.amend(next) : steps.push(next);
    });
    this.lastText = text;
  }

  undo(): void {
    this.lastText = null;
    this.steps.update((steps) => steps.undo());
  }

  redo(): void {
    this.lastText = null;
    this.steps.update((steps) => steps.redo());
  }

  /** The server has this now. */
  markSaved(state: EntryState): void {
    this.stored.set(state);
  }
}
