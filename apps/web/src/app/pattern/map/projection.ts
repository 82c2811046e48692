import { geoAzimuthalEqualArea } from 'd3-geo';
import americas from './americas.json';

/** A place on the map, in the units of its view box. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

const pair = ([one = 0, other = 0]: readonly number[]): [number, number] => [one, other];
const [longitude, latitude] = pair(americas.projection.center);

// The same constants as the shapes in the data file were cut with.
const project = geoAzimuthalEqualArea()
  .rotate([-longitude, -latitude])
  .scale(americas.projection.scale)
  .translate(pair(americas.projection.translate));

const [left = 0, top = 0, width = 0, height = 0] = americas.viewBox.split(' ').map(Number);

/** The part of the map that is shown. */
export const MAP_BOX = { left, top, width, height } as const;

/** Where a place on Earth lies on the map; null where the map does not show it. */
export const placeOnMap = (longitude: number, latitude: number): MapPlace | null => {
  const place = project([longitude, latitude]);
  if (place === null) return null;
  const [x, y] = place;
  const inside = x >= left && x <= left + width && y >= top && y <= top + height;
  return inside ? { x, y } : null;
};
