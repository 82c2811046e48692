import { Component, input } from '@angular/core';

/** Words of the map, in the reader's language. */
export interface MapTexts {
  readonly description: string;
  readonly legend: string;
  readonly zero: string;
  readonly protected: string;
  readonly none: string;
  readonly points: string;
  readonly protectedPoints: string;
  readonly regions: string;
  /** Names of the continents. */
  readonly names: Readonly<Record<string, string>>;
}

/** Class of the ramp with its lower limit. */
export interface RampStep {
  readonly fill: string;
  readonly text: string;
}

/** What stands for what on the map: over its lower left corner, or below it on a phone. */
@Component({
  selector: 'en-map-legend',
  templateUrl: './map-legend.html',
  styleUrl: './map-legend.css',
})
export class MapLegend {
  readonly texts = input.required<MapTexts>();
  readonly ramp = input.required<readonly RampStep[]>();
  readonly regions =
    input.required<
      readonly { readonly code: string; readonly name: string; readonly value: string }[]
    >();
}
