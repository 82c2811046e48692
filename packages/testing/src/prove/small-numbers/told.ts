import type { FigureAnswer } from '@enlace/contract';
import { ZERO, addFigures, type Figure } from '@enlace/domain';
import { Attacker, type Statement } from '../../attacker/bounds.js';

/** A statement with the address that made it. */
export interface Told extends Statement {
  readonly source: string;
}

/** True values by the attacker's names for them. */
export type Secrets = ReadonlyMap<string, number>;

/** Name of an unknown: one nationality of one version. */
export const unknown = (report: string, version: number, nationality: string): string =>
  `${report}|${version}|${nationality}`;

/** The three numbers that an answer tells; null where it tells that nothing was reported. */
export function figureOf(figure: FigureAnswer): Figure | null {
  switch (figure.kind) {
    case 'exact':
      return { low: figure.value, middle: figure.value, high: figure.value };
    case 'about':
      return { low: figure.low, middle: figure.middle, high: figure.high };
    case 'fewer-than-ten':
      return { low: 1, middle: 5, high: 9 };
    case 'not-reported':
      return null;
  }
}

const same = (one: Figure, other: Figure): boolean =>
  one.low === other.low && one.middle === other.middle && one.high === other.high;

const show = (figure: Figure | null): string =>
  figure === null ? 'nothing' : `${figure.middle} (${figure.low} to ${figure.high})`;

/**
 * All that was told to anybody of those who put their heads together: what it leaves possible, and
 * what is wrong with it.
 */
export class Testimony {
  readonly attacker = new Attacker();
  /** Statements that do not hold: a fault of the API, or of how the attacker reads it. */
  readonly untrue: string[] = [];
  /** Answers that say more, or other, than the parts that they are made from. */
  readonly unlike: string[] = [];
  private heard = 0;

  constructor(private readonly secrets: Secrets) {}

  get statements(): number {
    return this.heard;
  }

  hear(told: Told): void {
    this.heard += 1;
    this.attacker.hear(told);
    let sum = 0;
    for (const [name, weight] of told.terms) {
      const value = this.secrets.get(name);
      if (value === undefined) return;
      sum += weight * value;
    }
    if (sum < told.low || sum > told.high) {
      this.untrue.push(`${told.source}: not in ${told.low} to ${told.high}`);
    }
  }

  /** Hears that the unknowns add up to a figure. */
  hearSum(source: string, names: readonly string[], figure: Figure | null): void {
    if (figure === null || names.length === 0) return;
    const terms = new Map(names.map((name) => [name, 1]));
    this.hear({ source, terms, low: figure.low, high: figure.high });
  }

  /** Hears a figure that must be the sum of these parts, and nothing else. */
  hearMade(source: string, parts: ReadonlyMap<string, Figure>, figure: FigureAnswer): void {
    const told = figureOf(figure);
    this.hearSum(source, [...parts.keys()], told);
    let sum: Figure = ZERO;
    for (const part of parts.values()) sum = addFigures(sum, part);
    this.expect(source, told ?? ZERO, parts.size === 0 ? ZERO : sum);
    if (told === null && parts.size > 0) this.unlike.push(`${source}: told as not reported`);
  }

  /** Notes where two figures of the same thing differ. */
  expect(source: string, told: Figure, made: Figure): void {
    if (!same(told, made)) this.unlike.push(`${source}: ${show(told)} and not ${show(made)}`);
  }
}
