import type { MapFrame } from './map-frame';
import { WIDE_FRAME } from './map-frame';

/** A marker that would like a label. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
}

/** Where a label stands; null where there is no room for it. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of a letter and height of a line at the map's label size. */
const LETTER = 6.2;
const LINE = 13;
const GAP = 4;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const inside = ({ left, right, top, bottom }: Box, frame: MapFrame): boolean =>
  left >= frame.left &&
  right <= frame.left + frame.width &&
  top >= frame.top &&
  bottom <= frame.top + frame.height;

const dotOf = ({ x, y, radius }: LabelWish): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** Places to try, best first: beside the marker, then centred below and above it. */
function* candidates(wish: LabelWish, unit: number): Generator<LabelPlace> {
  const beside = wish.radius + GAP * unit;
  for (const dy of [4, -10, 16]) {
    yield { x: wish.x + beside, y: wish.y + dy * unit, anchor: 'start' };
    yield { x: wish.x - beside, y: wish.y + dy * unit, anchor: 'end' };
  }
  yield { x: wish.x, y: wish.y + wish.radius + 13 * unit, anchor: 'middle' };
  yield { x: wish.x, y: wish.y - wish.radius - 6 * unit, anchor: 'middle' };
}

const boxOf = (place: LabelPlace, text: string, unit: number): Box => {
  const width = text.length * LETTER * unit;
  const left = place.x - width * { start: 0, middle: 0.5, end: 1 }[place.anchor];
  const bottom = place.y + 3 * unit;
  return { left, right: left + width, top: bottom - LINE * unit, bottom };
};

/**
 * Finds room for labels, the earlier wishes first; a label covers neither a marker nor another
 * label. The markers without one are still named in their tooltip and in the table.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  taken: readonly Box[] = [],
  frame: MapFrame = WIDE_FRAME,
): readonly (LabelPlace | null)[] => {
  const occupied = [...taken, ...wishes.map(dotOf)];
  return wishes.map((wish) => {
    for (const place of candidates(wish, frame.unit)) {
      const box = boxOf(place, wish.text, frame.unit);
      if (!inside(box, frame) || occupied.some((other) => overlap(box, other))) continue;
      occupied.push(box);
      return place;
    }
    return null;
  });
};
