import { NATIONALITIES } from '@enlace/domain';

/** Custom properties of the categorical colours, in their order. */
const COLORS = ['--c1', '--c2', '--c3', '--c4', '--c5', '--c6'] as const;
/** A cross, as ECharts reads outlines of its own. */
const CROSS = 'path://M0 2L2 0L6 4L10 0L12 2L8 6L12 10L10 12L6 8L2 12L0 10L4 6Z';
const MARKERS = ['circle', 'rect', 'triangle', 'diamond', CROSS, 'emptyCircle'] as const;

/**
 * Nationalities that are reported often along the corridor, neighbours first, placed so that those
 * which are likely to stand side by side differ in colour.
 */
const FREQUENT = [
  ...['VEN', 'HTI', 'ECU', 'CUB', 'COL', 'CHN'],
  ...['IND', 'AFG', 'BGD', 'NPL', 'VNM', 'CMR'],
  ...['AGO', 'PAK', 'SOM', 'GHA', 'ERI', 'SEN'],
  ...['UZB', 'COD', 'NGA', 'TUR', 'LKA', 'PER'],
  ...['CHL', 'BRA', 'ETH', 'BFA', 'DOM', 'GIN'],
  ...['MRT', 'IRN', 'EGY', 'KGZ', 'TJK', 'SYR'],
] as const;

const ranks = new Map<string, number>(
  [...new Set<string>([...FREQUENT, ...NATIONALITIES.map(({ code }) => code)])].map(
    (code, rank) => [code, rank],
  ),
);

/** Colour and marker of one line. */
export interface SeriesLook {
  /** Name of a custom property. */
  readonly color: (typeof COLORS)[number] | '--ink-3';
  readonly marker: (typeof MARKERS)[number];
}

/** How everyone without a line of their own is drawn. */
export const OTHERS_LOOK: SeriesLook = { color: '--ink-3', marker: 'emptyCircle' };

/**
 * Colour and marker of a nationality: always the same, whatever else is shown. Where two share a
 * colour, their markers differ among the first thirty-six; the name stands at the line's end anyway.
 */
export const lookOf = (nationality: string): SeriesLook => {
  const rank = ranks.get(nationality);
  if (rank === undefined) return OTHERS_LOOK;
  const turn = Math.floor(rank / COLORS.length);
  return {
    color: COLORS[rank % COLORS.length] ?? '--ink-3',
    marker: MARKERS[(rank + turn) % MARKERS.length] ?? 'circle',
  };
};
