import { Component, computed, inject, input } from '@angular/core';
import type { FigureAnswer } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import americas from './americas.json';
import type { MapTexts } from './map-legend';
import { MapLegend } from './map-legend';
import type { MapFill } from './map-classes';
import { classLimits, fillOf, middleOf } from './map-classes';
import { WIDE_FRAME, phoneFrame } from './map-frame';
import { placeLabels } from './place-labels';
import { placeOnMap } from './projection';
import { narrowScreen } from '../../ui/narrow-screen';

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

/** A continent with the nationals of it that were counted. */
export interface MapRegion {
  readonly region: string;
  readonly figure: FigureAnswer;
}

/** Room that the legend takes at the lower left, and the continents at the right edge. */
const LEGEND_BOX = { left: 14, top: 368, right: 214, bottom: 544 } as const;
const REGIONS = { right: 636, top: 96, step: 19, width: 190 } as const;
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
  imports: [MapLegend],
  templateUrl: './arrivals-map.html',
  styleUrl: './arrivals-map.css',
})
export class ArrivalsMap {
  readonly states = input.required<readonly MapState[]>();
  readonly points = input.required<readonly MapPoint[]>();
  readonly texts = input.required<MapTexts>();
  /** Nationals by continent; they stand at the edge, because no report says which way they came. */
  readonly regions = input<readonly MapRegion[]>([]);
  /** The reader's own State; null: none. */
  readonly ownState = input<string | null>(null);

  private readonly format = inject(Format);
  private readonly phone = narrowScreen();

  protected readonly limits = computed(() =>
    classLimits(this.states().map(({ figure }) => middleOf(figure) ?? 0)),
  );
  protected readonly ramp = computed(() =>
    this.limits().map((limit, index, all) => ({
      fill: `s${index + 1}`,
      text: this.format.number(limit) + (index === all.length - 1 ? '+' : ''),
    })),
  );
  private readonly placed = computed(() =>
    this.points()
      .flatMap((point) => {
        const place = placeOnMap(point.longitude, point.latitude);
        const value = middleOf(point.figure);
        return place === null || value === null ? [] : [{ point, value, ...place }];
      })
      .sort((one, other) => other.value - one.value),
  );
  protected readonly frame = computed(() =>
    this.phone() ? phoneFrame(this.placed()) : WIDE_FRAME,
  );
  protected readonly viewBox = computed(() => {
    const { left, top, width, height } = this.frame();
    return `${left} ${top} ${width} ${height}`;
  });
  protected readonly edge = computed(() =>
    this.regions().map(({ region, figure }, index) => ({
      ...{ code: region, name: this.texts().names[region] ?? '', x: REGIONS.right },
      value: this.shortFigure(figure),
      y: REGIONS.top + (index + 1) * REGIONS.step,
    })),
  );
  protected readonly edgeHead = { x: REGIONS.right, y: REGIONS.top };
  private readonly byCode = computed(() => new Map(this.states().map((one) => [one.code, one])));
  protected readonly shapes = computed(() =>
    SHAPES.map(([code, path]) => ({ path, ...this.state(code) })),
  );
  protected readonly circles = computed(() =>
    CIRCLES.map(([code, [x = 0, y = 0]]) => ({ x, y, ...this.state(code) })),
  );
  protected readonly markers = computed(() => {
    const frame = this.frame();
    const placed = this.placed();
    const largest = Math.max(1, ...placed.map(({ value }) => value));
    const sized = placed.map(({ point, value, x, y }) => ({
      ...{ x, y, point, value: this.shortFigure(point.figure) },
      // The area grows with the count.
      radius: (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / largest)) * frame.unit,
      protected: point.figure.kind !== 'exact',
      text: `${point.name} ${this.shortFigure(point.figure)}`,
      title: `${point.name}: ${this.format.figure(point.figure)}`,
    }));
    const labels = placeLabels(sized, this.phone() ? [] : this.taken(), frame);
    return sized.map((marker, index) => ({ ...marker, label: labels[index] ?? null }));
  });

  /** What stands on the wide map beside its labels. */
  private taken(): readonly (typeof LEGEND_BOX | Record<keyof typeof LEGEND_BOX, number>)[] {
    const { right, top, step, width } = REGIONS;
    const bottom = top + (this.regions().length + 0.5) * step;
    const edge = { left: right - width, right, top: top - step, bottom };
    return this.regions().length === 0 ? [LEGEND_BOX] : [LEGEND_BOX, edge];
  }

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
