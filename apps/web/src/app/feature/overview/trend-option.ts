import type { CustomSeriesRenderItem } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import { spreadLabels } from './spread-labels';
import type { Run, TrendLine } from './trend-lines';
import { drawnValue, gapsOf, gridStep, highestOf, runsOf } from './trend-lines';

/** Where and with which words a trend is drawn. */
export interface TrendFrame {
  readonly width: number;
  readonly height: number;
  readonly months: readonly string[];
  /** Short names of the months for the axis. */
  readonly ticks: readonly string[];
  readonly fontFamily: string;
  /** A custom property as a colour. */
  readonly color: (property: string) => string;
  readonly number: (value: number) => string;
}

const TOP = 14;
const BOTTOM = 26;
const LEFT = 44;
const LABEL_LINE = 15;
const LETTER = 6.4;
/** Height of the blocks at the foot of a month that has something which is not drawn as a line. */
const BLOCK = 10;

const labelWidth = (width: number): number => (width < 400 ? 104 : 136);

const hatch = (color: string): object => ({
  ...{ symbol: 'rect', color, rotation: -Math.PI / 4 },
  ...{ dashArrayX: [1, 0], dashArrayY: [1.2, 4] },
});
const dots = (color: string): object => ({
  ...{ symbol: 'circle', color, symbolSize: 0.7 },
  ...{ dashArrayX: [3, 4], dashArrayY: [3, 4] },
});

/** A series of shapes that are no line and say nothing when pointed at. */
const shapes = (data: readonly Run[], renderItem: CustomSeriesRenderItem): object => ({
  ...{ type: 'custom', silent: true, clip: false, z: 1 },
  ...{ renderItem, data: data.map((run) => [...run]) },
});

/** Blocks of half a month to either side, from one height above the axis to another. */
const columns = (decal: object, runs: readonly Run[], from: number, to: number | null): object =>
  shapes(runs, (_, api) => {
    const [left = 0, foot = 0] = api.coord([api.value(0), 0]);
    const [right = 0] = api.coord([api.value(1), 0]);
    const [unit = 0] = api.size?.([1, 0]) as number[];
    const top = to === null ? TOP : foot - to;
    const shape = {
      x: left - unit / 2,
      y: top,
      width: right - left + unit,
      height: foot - from - top,
    };
    return { type: 'rect', shape, style: { fill: 'transparent', decal } };
  });

/** From the lowest to the highest value that is possible, where the figures are protected. */
const bands = (line: TrendLine, color: string): object => {
  const bounds = line.figures.map((figure) => (figure.kind === 'about' ? figure : null));
  const decal = hatch(color);
  return shapes(
    runsOf(bounds.length, (index) => bounds[index] !== null),
    (_, api) => {
      const indexes = bounds
        .map((_bound, index) => index)
        .slice(Number(api.value(0)), Number(api.value(1)) + 1);
      const edge = (side: 'low' | 'high', shift: number): number[][] =>
        indexes.map((index) => {
          const [x = 0, y = 0] = api.coord([index, bounds[index]?.[side] ?? 0]);
          return [x, y + shift];
        });
      const points = [...edge('high', -1.5), ...edge('low', 1.5).reverse()];
      return {
        type: 'polygon',
        shape: { points },
        style: { fill: 'transparent', decal, opacity: 0.55 },
      };
    },
  );
};

/** Names and last figures at the right end, moved apart where they would cover one another. */
const labels = (lines: readonly TrendLine[], frame: TrendFrame, top: number): object => {
  const foot = frame.height - BOTTOM;
  const wishes = lines.map(({ name, figures, last }) => {
    const figure = figures.at(-1);
    const value = figure === undefined ? null : drawnValue(figure);
    const rows = Math.ceil(((name.length + last.length + 1) * LETTER) / labelWidth(frame.width));
    // What is not drawn as a line has its mark at the foot.
    const at = value === null ? foot - BLOCK / 2 : foot - ((foot - TOP) * value) / top;
    return { at, height: rows * LABEL_LINE };
  });
  const middles = spreadLabels(wishes, 0, foot + BOTTOM / 2);
  const fill = frame.color('--ink');
  const font = { fontSize: 12, lineHeight: LABEL_LINE, fontFamily: frame.fontFamily };
  const end = frame.months.length - 1;
  return shapes(
    lines.map((_, index): Run => [end, index]),
    (_, api) => {
      const index = Number(api.value(1));
      const { name, last } = lines[index] ?? { name: '', last: '' };
      const [x = 0] = api.coord([end, 0]);
      return {
        type: 'text',
        style: {
          ...{ x: x + 8, y: middles[index] ?? 0, text: `{name|${name}} ${last}`, fill, ...font },
          ...{ verticalAlign: 'middle', width: labelWidth(frame.width), overflow: 'break' },
          rich: { name: { fontWeight: 600, fill, ...font } },
        },
      };
    },
  );
};

const lineSeries = (line: TrendLine, frame: TrendFrame): object => {
  const color = frame.color(line.look.color);
  return {
    ...{ type: 'line', name: line.name, color, z: 3, connectNulls: false },
    ...{ symbol: line.look.marker, symbolSize: 6, showAllSymbol: true, lineStyle: { width: 2 } },
    // A reported zero is an open mark on the axis, which no other value is.
    data: line.figures.map((figure) => {
      const value = drawnValue(figure);
      return value === 0 ? { value, symbol: 'emptyCircle', symbolSize: 9 } : value;
    }),
    tooltip: {
      formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
        `${line.name}, ${frame.months[dataIndex] ?? ''}: ${line.told[dataIndex] ?? ''}`,
    },
  };
};

/** The chart: lines, bands of what is protected, and blocks for what is not drawn as a line. */
export const trendOption = (
  lines: readonly TrendLine[],
  label: string,
  frame: TrendFrame,
): EChartsCoreOption => {
  const { color, fontFamily } = frame;
  const axisLabel = { color: color('--ink-3'), fontSize: 12, fontFamily };
  const step = gridStep(highestOf(lines));
  const top = Math.max(step, Math.ceil(highestOf(lines) / step) * step);
  const gaps = gapsOf(lines, frame.months.length);
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily },
    grid: { left: LEFT, right: labelWidth(frame.width) + 12, top: TOP, bottom: BOTTOM },
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    xAxis: {
      ...{ type: 'category', data: frame.ticks, boundaryGap: false, axisTick: { show: false } },
      axisLine: { lineStyle: { color: color('--line-2') } },
      axisLabel: { ...axisLabel, interval: 0 },
    },
    yAxis: {
      ...{ type: 'value', min: 0, max: top, interval: step },
      axisLabel: { ...axisLabel, formatter: (value: number) => frame.number(value) },
      splitLine: { lineStyle: { color: color('--line') } },
    },
    series: [
      columns(dots(color('--hatch')), gaps.silent, 0, null),
      columns(hatch(color('--ink-3')), gaps.protected, 0, BLOCK),
      columns(dots(color('--ink-3')), gaps.missing, BLOCK + 2, 2 * BLOCK + 2),
      ...lines.map((line) => bands(line, color(line.look.color))),
      ...lines.map((line) => lineSeries(line, frame)),
      labels(lines, frame, top),
    ],
  };
};
