import { addFigures, tellFigure, ZERO, type Figure } from '@enlace/domain';
import type { FigureAnswer } from '@enlace/contract';

/** Sums by key that know the difference between a reported zero and nothing reported. */
export class FigureSums {
  private readonly sums = new Map<string, Figure>();

  /** Notes that something was reported, though perhaps nobody was counted. */
  open(key: string): void {
    this.add(key, ZERO);
  }

  add(key: string, { low, middle, high }: Figure): void {
    this.sums.set(key, addFigures(this.sums.get(key) ?? ZERO, { low, middle, high }));
  }

  tell(key: string): FigureAnswer {
    return tellFigure(this.sums.get(key) ?? null);
  }

  /** Keys by their middle, largest first; equal ones by the key itself. */
  ranked(): string[] {
    return [...this.sums.entries()]
      .sort(([a, one], [b, other]) => other.middle - one.middle || (a < b ? -1 : 1))
      .map(([key]) => key);
  }
}
