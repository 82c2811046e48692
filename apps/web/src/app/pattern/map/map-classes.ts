import type { FigureAnswer } from '@enlace/contract';

/** How a State is filled: a step of the ramp, or one of the patterns. */
export type MapFill = 's1' | 's2' | 's3' | 's4' | 'zero' | 'protected' | 'none';

/** Lower limits of the four classes: round, rising, the first one 1. */
export type ClassLimits = readonly [number, number, number, number];

/** A top class below this would make classes of one or two persons. */
const LOWEST_TOP = 50;

/** The largest of 1, 2 and 5 times a power of ten that is not above the value. */
export const roundDown = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((factor) => factor * power <= value) ?? 1;
  return step * power;
};

/** Four classes for values up to the largest, which falls into the top one. */
export const classLimits = (values: readonly number[]): ClassLimits => {
  const top = roundDown(Math.max(LOWEST_TOP, ...values));
  return [1, roundDown(top / 10), roundDown(top / 2), top];
};

/** The best single value of a figure; null where nothing was reported. */
export const middleOf = (figure: FigureAnswer): number | null => {
  switch (figure.kind) {
    case 'exact':
      return figure.value;
    case 'about':
      return figure.middle;
    case 'fewer-than-ten':
      return 5;
    case 'not-reported':
      return null;
  }
};

/** How a State with this figure is filled. */
export const fillOf = (figure: FigureAnswer, limits: ClassLimits): MapFill => {
  if (figure.kind === 'fewer-than-ten') return 'protected';
  const value = middleOf(figure);
  if (value === null) return 'none';
  if (value < 1) return 'zero';
  const steps = ['s1', 's2', 's3', 's4'] as const;
  return steps[limits.filter((limit) => value >= limit).length - 1] ?? 's1';
};
