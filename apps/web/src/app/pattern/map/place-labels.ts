import { MAP_BOX } from './projection';

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
  readonly anchor: 'start' | 'end';
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

const insideMap = ({ left, right, top, bottom }: Box): boolean =>
  left >= MAP_BOX.left &&
  right <= MAP_BOX.left + MAP_BOX.width &&
  top >= MAP_BOX.top &&
  bottom <= MAP_BOX.top + MAP_BOX.height;

const dotOf = ({ x, y, radius }: LabelWish): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** Places to try, best first: beside the marker, then above and below it. */
function* candidates(wish: LabelWish): Generator<LabelPlace> {
  const beside = wish.radius + GAP;
  for (const dy of [4, -10, 16]) {
    yield { x: wish.x + beside, y: wish.y + dy, anchor: 'start' };
    yield { x: wish.x - beside, y: wish.y + dy, anchor: 'end' };
  }
}

const boxOf = (place: LabelPlace, text: string): Box => {
  const width = text.length * LETTER;
  const left = place.anchor === 'start' ? place.x : place.x - width;
  return { left, right: left + width, top: place.y - LINE + 3, bottom: place.y + 3 };
};

/**
 * Finds room for labels, the earlier wishes first; a label covers neither a marker nor another
 * label. The markers without one are still named in their tooltip and in the table.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  taken: readonly Box[] = [],
): readonly (LabelPlace | null)[] => {
  const occupied = [...taken, ...wishes.map(dotOf)];
  return wishes.map((wish) => {
    for (const place of candidates(wish)) {
      const box = boxOf(place, wish.text);
      if (!insideMap(box) || occupied.some((other) => overlap(box, other))) continue;
      occupied.push(box);
      return place;
    }
    return null;
  });
};
