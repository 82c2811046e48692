import { describe, expect, it } from '@jest/globals';
import { placeLabels } from './place-labels';
import { MAP_BOX, placeOnMap } from './projection';

describe('labels of the map', () => {
  it('puts a label beside its marker', () => {
    const [label] = placeLabels([{ x: 300, y: 200, radius: 4, text: 'Necoclí 1 560' }]);
    expect(label).toEqual({ x: 308, y: 204, anchor: 'start' });
  });

  it('turns to the other side at the edge of the map', () => {
    const x = MAP_BOX.left + MAP_BOX.width - 10;
    const [label] = placeLabels([{ x, y: 200, radius: 4, text: 'Port of Spain' }]);
    expect(label?.anchor).toBe('end');
  });

  it('leaves out the smaller one where there is no room', () => {
    const crowd = Array.from({ length: 12 }, () => ({ x: 300, y: 200, radius: 4, text: 'Darién' }));
    const labels = placeLabels(crowd);
    expect(labels[0]).not.toBeNull();
    expect(labels.at(-1)).toBeNull();
  });
});

describe('projection', () => {
  it('has its centre where the shapes were cut', () => {
    expect(placeOnMap(-80, 6)).toEqual({ x: 265, y: 258 });
  });

  it('does not place what the map does not show', () => {
    expect(placeOnMap(10, 50)).toBeNull();
  });
});
