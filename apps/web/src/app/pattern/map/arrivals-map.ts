import { Component, computed, inject, input } from '@angular/core';
import type { FigureAnswer } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import americas from './americas.json';
import type { MapFill } from './map-classes';
import { classLimits, fillOf, middleOf } from './map-classes';
import { placeLabels } from './place-labels';
import { placeOnMap } from './projection';

/** A State with what it reported. */
export interface MapState {
  readonly code: string;
  readonly name: string;
  readonly figure: FigureAnswer;
}

/** A crossing point with what was reported there. */
export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly figure: FigureAnswer;
  readonly own: boolean;
}

/** Words of the map, in the reader's language. */
export interface MapTexts {
  readonly description: string;
  readonly legend: string;
  readonly protected: string;
  readonly none: string;
  readonly points: string;
}

/** Room that the legend takes at the lower left. */
const LEGEND_BOX = { left: 14, top: 318, right: 190, bottom: 452 } as const;
/** A ring that simplification left without a side; such an island is drawn as its circle alone. */
const EMPTY_RING = /M[\d.,-]+lz/g;
const SHAPES: readonly (readonly [string, string])[] = Object.entries(americas.states)
  .map(([code, path]) => [code, path.replace(EMPTY_RING, '')] as const)
  .filter(([, path]) => path !== '');
const CIRCLES: readonly (readonly [string, readonly number[]])[] = Object.entries(americas.circles);
const SMALLEST = 3.2;
const LARGEST = 9;

/** Map of the Americas: States in four classes, points sized by their count; the table says the same. */
@Component({
  selector: 'en-arrivals-map',
  templateUrl: './arrivals-map.html',
  styleUrl: './arrivals-map.css',
})
export class ArrivalsMap {
  readonly states = input.required<readonly MapState[]>();
  readonly points = input.required<readonly MapPoint[]>();
  readonly texts = input.required<MapTexts>();
  /** The reader's own State; null: none. */
  readonly ownState = input<string | null>(null);

  private readonly format = inject(Format);
  protected readonly viewBox = americas.viewBox;

  protected readonly limits = computed(() =>
    classLimits(this.states().map(({ figure }) => middleOf(figure) ?? 0)),
  );
  protected readonly ramp = computed(() =>
    this.limits().map((limit, index, all) => ({
      fill: `s${index + 1}`,
      x: index * 38,
      text: this.format.number(limit) + (index === all.length - 1 ? '+' : ''),
    })),
  );
  private readonly byCode = computed(() => new Map(this.states().map((one) => [one.code, one])));
  protected readonly shapes = computed(() =>
    SHAPES.map(([code, path]) => ({ path, ...this.state(code) })),
  );
  protected readonly circles = computed(() =>
    CIRCLES.map(([code, [x = 0, y = 0]]) => ({ x, y, ...this.state(code) })),
  );
  protected readonly markers = computed(() => {
    const placed = this.points()
      .flatMap((point) => {
        const place = placeOnMap(point.longitude, point.latitude);
        const value = middleOf(point.figure);
        return place === null || value === null ? [] : [{ point, value, ...place }];
      })
      .sort((one, other) => other.value - one.value);
    const largest = Math.max(1, ...placed.map(({ value }) => value));
    const sized = placed.map(({ point, value, x, y }) => ({
      x,
      y,
      point,
      // The area grows with the count.
      radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / largest),
      value: this.shortFigure(point.figure),
      text: `${point.name} ${this.shortFigure(point.figure)}`,
      title: `${point.name}: ${this.format.figure(point.figure)}`,
    }));
    const labels = placeLabels(sized, [LEGEND_BOX]);
    return sized.map((marker, index) => ({ ...marker, label: labels[index] ?? null }));
  });

  private state(code: string): { code: string; fill: MapFill | 'land'; title: string | null } {
    const known = this.byCode().get(code);
    return known === undefined
      ? { code, fill: 'land', title: null }
      : {
          code,
          fill: fillOf(known.figure, this.limits()),
          title: `${known.name}: ${this.format.figure(known.figure)}`,
        };
  }

  /** A figure that fits beside a marker; its interval is in the tooltip and in the table. */
  private shortFigure(figure: FigureAnswer): string {
    return figure.kind === 'about'
      ? `≈ ${this.format.number(figure.middle)}`
      : this.format.figure(figure);
  }
}
