import { MAP_BOX } from './projection';

/** The part of the map that is drawn, and how many of its units make a pixel. */
export interface MapFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Width of the map on a phone in pixels, about; labels and marks are sized by it. */
const PHONE_WIDTH = 350;
const PHONE_RATIO = 1.05;
/** A crop that is narrower would lose the shape of the land. */
const LEAST_WIDTH = 330;
const ROOM = { x: 74, y: 34 } as const;

/** The whole map, as a wide screen shows it. */
export const WIDE_FRAME: MapFrame = { ...MAP_BOX, unit: 1 };

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/** The part around the places, for a phone; it has all of them and room for their labels. */
export const phoneFrame = (places: readonly Place[]): MapFrame => {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  if (places.length === 0) return phoneFrame([{ x: MAP_BOX.left + 240, y: MAP_BOX.top + 210 }]);
  const [left, right] = [Math.min(...xs) - ROOM.x, Math.max(...xs) + ROOM.x];
  const [top, bottom] = [Math.min(...ys) - ROOM.y, Math.max(...ys) + ROOM.y];
  const width = Math.max(LEAST_WIDTH, right - left, (bottom - top) / PHONE_RATIO);
  const height = width * PHONE_RATIO;
  return {
    left: within((left + right - width) / 2, MAP_BOX.left, MAP_BOX.left + MAP_BOX.width - width),
    top: within((top + bottom - height) / 2, MAP_BOX.top, MAP_BOX.top + MAP_BOX.height - height),
    ...{ width, height, unit: width / PHONE_WIDTH },
  };
};
