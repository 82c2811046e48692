import type { ElementRef } from '@angular/core';
import { Component, DestroyRef, effect, inject, input, signal, viewChild } from '@angular/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { Format } from '../../core/i18n/format';
import { Theme } from '../../core/shell/theme';

use([LineChart, AriaComponent, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

/** One nationality's months: what is drawn, and how each figure is told. */
export interface TrendLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly told: readonly string[];
  /** Whether the line is of everyone who has no line of their own. */
  readonly others: boolean;
}

const COLORS = ['--c1', '--c2', '--c3', '--c4', '--c5', '--c6'] as const;
const MARKERS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'emptyCircle'] as const;

/** Lines by nationality with their names at the right end; redrawn when the theme changes. */
@Component({
  selector: 'en-trend-chart',
  template: '<div #box class="box" role="img" [attr.aria-label]="label()"></div>',
  styles: '.box { height: 230px; }',
})
export class TrendChart {
  readonly lines = input.required<readonly TrendLine[]>();
  readonly months = input.required<readonly string[]>();
  readonly label = input.required<string>();
  /** Name of the line of all others. */
  readonly othersName = input.required<string>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly theme = inject(Theme);
  private readonly format = inject(Format);
  private readonly systemDark = signal(false);
  private chart: ECharts | null = null;

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      this.systemDark.set(dark.matches);
    };
    follow();
    dark.addEventListener('change', follow);
    const resized = new ResizeObserver(() => this.chart?.resize());
    effect(() => {
      // Read for the colours alone, which the page resolves.
      this.theme.current();
      this.systemDark();
      const box = this.box().nativeElement;
      if (this.chart === null) {
        this.chart = init(box, null, { renderer: 'svg' });
        resized.observe(box);
      }
      this.chart.setOption(this.option(box), { notMerge: true });
    });
    inject(DestroyRef).onDestroy(() => {
      dark.removeEventListener('change', follow);
      resized.disconnect();
      this.chart?.dispose();
    });
  }

  private option(box: HTMLElement): EChartsCoreOption {
    const ink = colorOf(box, '--ink');
    const axisLabel = { color: colorOf(box, '--ink-3'), fontSize: 11, fontFamily: 'inherit' };
    return {
      animation: false,
      aria: { enabled: true, label: { description: this.label() } },
      textStyle: { fontFamily: getComputedStyle(box).fontFamily },
      grid: { left: 44, right: 132, top: 14, bottom: 26 },
      tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
      xAxis: {
        type: 'category',
        data: this.months(),
        boundaryGap: false,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colorOf(box, '--line-2') } },
        axisLabel: { ...axisLabel, formatter: (month: string) => month.charAt(0).toUpperCase() },
      },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        minInterval: 1,
        axisLabel: { ...axisLabel, formatter: (value: number) => this.format.number(value) },
        splitLine: { lineStyle: { color: colorOf(box, '--line') } },
      },
      series: this.lines().map((line, index) => {
        const color = colorOf(box, line.others ? '--ink-3' : (COLORS[index] ?? '--ink-3'));
        const name = line.others ? this.othersName() : line.name;
        return {
          type: 'line',
          name,
          data: line.values,
          color,
          symbol: MARKERS[index] ?? 'circle',
          symbolSize: 6,
          lineStyle: { width: 2 },
          connectNulls: false,
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${name}, ${this.months()[dataIndex] ?? ''}: ${line.told[dataIndex] ?? ''}`,
          },
          endLabel: {
            show: true,
            color: ink,
            fontSize: 12,
            width: 122,
            overflow: 'break',
            formatter: () => name,
          },
          labelLayout: { moveOverlap: 'shiftY' },
        };
      }),
    };
  }
}

/** A custom property as the page resolves it; its own text would still be `light-dark(…)`. */
const colorOf = (box: HTMLElement, property: string): string => {
  const before = box.style.color;
  box.style.color = `var(${property})`;
  const color = getComputedStyle(box).color;
  box.style.color = before;
  return color;
};
