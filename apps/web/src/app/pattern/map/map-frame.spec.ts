import { describe, expect, it } from '@jest/globals';
import { phoneFrame } from './map-frame';
import { placeOnMap } from './projection';

const placesOf = (...degrees: readonly (readonly [number, number])[]) =>
  degrees.flatMap(([longitude, latitude]) => placeOnMap(longitude, latitude) ?? []);

describe('frame of the map on a phone', () => {
  it('has every place inside, with room beside it', () => {
    const places = placesOf([-46.47, -23.43], [-92.26, 14.9], [-61.34, 10.6]);
    expect(places).toHaveLength(3);
    const { left, top, width, height } = phoneFrame(places);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(left + 10);
      expect(x).toBeLessThan(left + width - 10);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
  });

  it('comes no closer than the land can be recognised', () => {
    expect(phoneFrame(placesOf([-77.7, 8.5])).width).toBe(330);
    expect(phoneFrame([]).width).toBe(330);
  });
});
