import { Component, input } from '@angular/core';
import type { MapTexts } from './arrivals-map';

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
