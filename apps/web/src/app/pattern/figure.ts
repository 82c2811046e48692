import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FigureAnswer } from '@enlace/contract';
import { EnFigure } from '../core/i18n/format-pipes';

/** A figure with its pattern where it is protected or missing. */
@Component({
  selector: 'en-figure',
  imports: [TranslocoPipe, EnFigure],
  template: `
    @switch (figure().kind) {
      @case ('fewer-than-ten') {
        <span class="hatch" aria-hidden="true">&lt;10</span>
        <span class="vh">{{ 'figure.fewerThanTen' | transloco }}</span>
      }
      @case ('not-reported') {
        <span class="ns" aria-hidden="true">&nbsp;&nbsp;&nbsp;&nbsp;</span>
        <span class="vh">{{ 'figure.notReported' | transloco }}</span>
      }
      @default {
        {{ figure() | enFigure }}
      }
    }
  `,
})
export class Figure {
  readonly figure = input.required<FigureAnswer>();
}
