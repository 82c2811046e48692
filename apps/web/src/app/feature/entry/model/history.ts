/** How many steps back are kept. */
const MOST_STEPS = 1000;

/** A value with all it was before and all that was undone, oldest first. */
export class History<T> {
  private constructor(
    readonly present: T,
    private readonly past: readonly T[],
    private readonly future: readonly T[],
  ) {}

  /** A history that begins here. */
  static of<T>(present: T): History<T> {
    return new History(present, [], []);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Goes on to another value; what was undone is gone. The same value is no step. */
  push(next: T): History<T> {
    if (next === this.present) return this;
    return new History(next, [...this.past, this.present].slice(-MOST_STEPS), []);
  }

  /** Changes the present within its own step, as each letter of one text does. */
  amend(next: T): History<T> {
    return next === this.present ? this : new History(next, this.past, []);
  }

  /** Goes one step back. */
  undo(): History<T> {
    const before = this.past.at(-1);
    if (before === undefined) return this;
    return new History(before, this.past.slice(0, -1), [this.present, ...this.future]);
  }

  /** Goes forward what was undone. */
  redo(): History<T> {
    const [after, ...rest] = this.future;
    if (after === undefined) return this;
    return new History(after, [...this.past, this.present], rest);
  }
}
