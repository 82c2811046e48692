import type { ElementRef } from '@angular/core';
import { Component, DestroyRef, effect, inject, input, signal, viewChild } from '@angular/core';
import { CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import type { ECharts } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Format } from '../../core/i18n/format';
import { Theme } from '../../core/shell/theme';
import type { TrendLine } from './trend-lines';
import { trendOption } from './trend-option';

use([LineChart, CustomChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** Lines by nationality with their names at the right end; redrawn when theme or width change. */
@Component({
  selector: 'en-trend-chart',
  template: '<div #box class="box" role="img" [attr.aria-label]="label()"></div>',
  styles: '.box { height: 260px; }',
})
export class TrendChart {
  readonly lines = input.required<readonly TrendLine[]>();
  readonly months = input.required<readonly string[]>();
  /** Short names of the months for the axis. */
  readonly ticks = input.required<readonly string[]>();
  readonly label = input.required<string>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly theme = inject(Theme);
  private readonly format = inject(Format);
  private readonly systemDark = signal(false);
  private readonly width = signal(0);
  private chart: ECharts | null = null;

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      this.systemDark.set(dark.matches);
    };
    follow();
    dark.addEventListener('change', follow);
    const resized = new ResizeObserver(([entry]) => {
      this.width.set(Math.round(entry?.contentRect.width ?? 0));
    });
    effect(() => {
      resized.observe(this.box().nativeElement);
    });
    effect(() => {
      // Read for the colours alone, which the page resolves.
      this.theme.current();
      this.systemDark();
      if (this.width() > 0) this.draw(this.box().nativeElement, this.width());
    });
    inject(DestroyRef).onDestroy(() => {
      dark.removeEventListener('change', follow);
      resized.disconnect();
      this.chart?.dispose();
    });
  }

  private draw(box: HTMLElement, width: number): void {
    this.chart ??= init(box, null, { renderer: 'svg' });
    this.chart.resize();
    const option = trendOption(this.lines(), this.label(), {
      ...{ width, height: box.clientHeight, months: this.months(), ticks: this.ticks() },
      fontFamily: getComputedStyle(box).fontFamily,
      color: (property) => colorOf(box, property),
      number: (value) => this.format.number(value),
    });
    this.chart.setOption(option, { notMerge: true });
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
