import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FigureAnswer } from '@enlace/contract';
import { Format } from '../core/i18n/format';

/**
 * A figure: a number; a sum with its interval, which may stand below it; a pattern where it is
 * protected or missing, which fills the cell of a table.
 */
@Component({
  selector: 'en-figure',
  imports: [TranslocoPipe],
  template: `
    @switch (figure().kind) {
      @case ('fewer-than-ten') {
        <span class="hatch" aria-hidden="true"><i>&lt;10</i></span>
        <span class="vh">{{ 'figure.fewerThanTen' | transloco }}</span>
      }
      @case ('not-reported') {
        <span class="ns" aria-hidden="true">&nbsp;&nbsp;&nbsp;&nbsp;</span>
        <span class="vh">{{ 'figure.notReported' | transloco }}</span>
      }
      @case ('about') {
        <span aria-hidden="true">≈&nbsp;</span
        ><span class="vh">{{ 'figure.aboutWord' | transloco }} </span>{{ parts().middle }}
        <small>{{ 'figure.between' | transloco: parts() }}</small>
      }
      @default {
        <span [class.zero]="parts().middle === '0'">{{ parts().middle }}</span>
      }
    }
  `,
  styles: `
    i {
      font-style: normal;
      padding: 0 4px;
      border-radius: 4px;
      background: var(--surface);
    }
    small {
      font-size: 12px;
      font-weight: 400;
      letter-spacing: 0;
      white-space: nowrap;
      color: var(--ink-3);
    }
    .zero {
      color: var(--ink-3);
    }
  `,
})
export class Figure {
  readonly figure = input.required<FigureAnswer>();
  private readonly format = inject(Format);
  protected readonly parts = computed(() => {
    const figure = this.figure();
    const number = (value: number): string => this.format.number(value);
    if (figure.kind === 'about') {
      const { low, middle, high } = figure;
      return { low: number(low), middle: number(middle), high: number(high) };
    }
    return { low: '', middle: figure.kind === 'exact' ? number(figure.value) : '', high: '' };
  });
}
