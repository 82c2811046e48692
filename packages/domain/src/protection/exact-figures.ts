/** The figures of one report version as its own State counted them; all numbers are whole. */
export interface ExactFigures {
  /** A nationality with cells needs no count; where it has one, the two agree (the checks saw to it). */
  readonly counts: readonly { readonly nationality: string; readonly value: number }[];
  readonly cells: readonly {
    readonly nationality: string;
    readonly sex: string;
    readonly ageBand: string;
    readonly value: number;
  }[];
  /** `nationality` null: the indicator of the whole report. */
  readonly indicators: readonly {
    readonly indicator: string;
    readonly nationality: string | null;
    readonly value: number;
  }[];
}

/** Orders by code unit, the same on every machine; order of entry could tell sizes. */
export const byCode = (one: string, other: string): number =>
  Number(one > other) - Number(one < other);
