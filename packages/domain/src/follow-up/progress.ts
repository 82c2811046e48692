import type { IndicatorDirection } from './codes.js';
import type { ActionState } from './machines.js';

/** One action and its share of the whole; weights need not add up to 100. */
export interface WeightedAction {
  readonly state: ActionState;
  readonly weight: number;
}

/** An indicator between its baseline and its target. */
export interface IndicatorFacts {
  readonly baseline: number;
  readonly target: number;
  readonly direction: IndicatorDirection;
  /** The latest value, or `null` where none was reported. */
  readonly latest: number | null;
}

/** Where a commitment's progress comes from. */
export type ProgressSource = 'actions' | 'indicators' | 'report';

/** Progress in whole percent and what it was taken from. */
export interface Progress {
  readonly percent: number;
  readonly source: ProgressSource;
}

const STARTED_SHARE = 0.5;

const actionShare = (state: ActionState): number =>
  state === 'done' ? 1 : state === 'running' ? STARTED_SHARE : 0;

/** How far an indicator is from its baseline to its target, in percent from 0 to 100. */
export const indicatorPercent = (indicator: IndicatorFacts): number => {
  const { baseline, target, direction, latest } = indicator;
  if (latest === null) return 0;
  if (baseline === target)
    return (direction === 'up' ? latest >= target : latest <= target) ? 100 : 0;
  return Math.round(100 * Math.min(1, Math.max(0, (latest - baseline) / (target - baseline))));
};

/**
 * Progress of a commitment: the weighted roll-up of its actions (a running one counts half, a
 * dropped one not at all), else the mean of its indicators, else what the last accepted report says
 * (source: follow-up page, Rules). `null`: nothing says anything.
 */
export const progressOf = (
  actions: readonly WeightedAction[],
  indicators: readonly IndicatorFacts[],
  reportedPercent: number | null,
): Progress | null => {
  const counted = actions.filter((action) => action.state !== 'dropped' && action.weight > 0);
  const whole = counted.reduce((sum, action) => sum + action.weight, 0);
  if (whole > 0) {
    const done = counted.reduce((sum, { state, weight }) => sum + weight * actionShare(state), 0);
    return { percent: Math.round((100 * done) / whole), source: 'actions' };
  }
  if (indicators.length > 0) {
    const sum = indicators.reduce((total, indicator) => total + indicatorPercent(indicator), 0);
    return { percent: Math.round(sum / indicators.length), source: 'indicators' };
  }
  return reportedPercent === null ? null : { percent: reportedPercent, source: 'report' };
};
