/**
 * Writes `src/app/pattern/map/americas.json`: the States and territories of the Americas as SVG
 * paths by alpha-3 code, cut from world-atlas, projected, simplified. Run after `domain` is built:
 * `node apps/web/tools/build-map.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { geoAzimuthalEqualArea } from 'd3-geo';
import { feature } from 'topojson-client';
import { NATIONALITIES } from '@enlace/domain';

/** Center and size of the projection; `projection.ts` reads them from the file written here. */
const PROJECTION = { center: [-80, 6], scale: 400, translate: [265, 258] };
/** Triangles of the outline smaller than this (in map units squared) are left out. */
const DETAIL = 0.35;
/** Islands smaller than this are left out where their State has a larger part. */
const SMALLEST_PART = 1.2;
/** A State whose largest part is smaller than this also gets a circle. */
const SMALLEST_STATE = 16;

/** Parts of States elsewhere that lie in the Americas, by a point inside them. */
const OVERSEAS = [
  { code: 'GUF', of: '250', near: [-53.1, 4] },
  { code: 'GLP', of: '250', near: [-61.5, 16.2] },
  { code: 'MTQ', of: '250', near: [-61, 14.6] },
  { code: 'BES', of: '528', near: [-68.3, 12.2] },
];

const project = geoAzimuthalEqualArea()
  .rotate(PROJECTION.center.map((degrees) => -degrees))
  .scale(PROJECTION.scale)
  .translate(PROJECTION.translate);

const triangle = ([ax, ay], [bx, by], [cx, cy]) =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Visvalingam's simplification: the point that matters least goes first; both ends stay. */
function simplify(points, least) {
  const line = [...points];
  while (line.length > 2) {
    let at = -1;
    let smallest = least;
    for (let index = 1; index < line.length - 1; index += 1) {
      const area = triangle(line[index - 1], line[index], line[index + 1]);
      if (area < smallest) [smallest, at] = [area, index];
    }
    if (at < 0) break;
    line.splice(at, 1);
  }
  return line;
}

const ringArea = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

const middleOf = (ring) => {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
};

const round = (value) => Math.round(value * 10) / 10;

/** Arcs of the whole world as points in degrees. */
const degreesOf = ({ arcs, transform: { scale, translate } }) =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });

/** Borders are shared arcs: each is simplified once, so that neighbors keep meeting. */
function projectedTopology(world) {
  const far = ([, latitude]) => latitude > 50 || latitude < -40;
  const arcs = degreesOf(world).map((arc) => {
    const longitudes = arc.map(([longitude]) => longitude);
    const outside = Math.min(...longitudes) > -25 && Math.max(...longitudes) < 160;
    if (outside) return [arc[0], arc.at(-1)].map((point) => project(point));
    return simplify(
      arc.map((point) => project(point)),
      far(arc[0]) ? DETAIL * 4 : DETAIL,
    );
  });
  return { ...world, transform: undefined, arcs };
}

const outerRings = (geometry) =>
  geometry.type === 'Polygon'
    ? [geometry.coordinates[0]]
    : geometry.coordinates.map(([outer]) => outer);

/** One path of relative moves with one decimal: small, and smaller still when compressed. */
function pathOf(rings) {
  return rings
    .map((ring) => {
      const points = ring.map(([x, y]) => [round(x), round(y)]);
      let path = '';
      let [atX, atY] = points[0];
      path += `M${atX},${atY}l`;
      const moves = [];
      for (const [x, y] of points.slice(1, -1)) {
        const [dx, dy] = [round(x - atX), round(y - atY)];
        if (dx === 0 && dy === 0) continue;
        moves.push(`${dx},${dy}`);
        [atX, atY] = [x, y];
      }
      // A ring that rounding made a point draws nothing.
      return moves.length === 0 ? '' : `${path}${moves.join(' ')}z`;
    })
    .join('');
}

function statesOf(topology) {
  const parts = new Map();
  const shapes = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const { geometry: shape } = feature(topology, geometry);
    shapes.set(geometry.id, [...(shapes.get(geometry.id) ?? []), ...outerRings(shape)]);
  }
  for (const { code, numeric, region } of NATIONALITIES) {
    if (region !== 'americas' || numeric === null) continue;
    const rings = shapes.get(String(numeric).padStart(3, '0'));
    if (rings) parts.set(code, rings);
  }
  for (const { code, of, near } of OVERSEAS) {
    const [x, y] = project(near);
    const rings = (shapes.get(of) ?? []).filter((ring) => {
      const [ringX, ringY] = middleOf(ring);
      return Math.hypot(ringX - x, ringY - y) < 8;
    });
    if (rings.length > 0) parts.set(code, rings);
  }
  return parts;
}

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const world = JSON.parse(await readFile(source, 'utf8'));
const states = {};
const circles = {};
for (const [code, rings] of [...statesOf(projectedTopology(world))].sort()) {
  const bySize = rings
    .filter((ring) => ring.length > 3)
    .sort((one, other) => ringArea(other) - ringArea(one));
  const largest = bySize[0] ?? rings[0];
  if (ringArea(largest) < SMALLEST_STATE) circles[code] = middleOf(largest).map(round);
  const kept = bySize.filter((ring, index) => index === 0 || ringArea(ring) > SMALLEST_PART);
  const path = pathOf(kept);
  if (path !== '') states[code] = path;
}

const map = { projection: PROJECTION, viewBox: '14 32 632 512', states, circles };
const text = `${JSON.stringify(map)}\n`;
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  '../src/app/pattern/map/americas.json',
);
await writeFile(target, text);
console.log(
  `${Object.keys(states).length} shapes, ${Object.keys(circles).length} circles, ` +
    `${text.length} bytes, ${gzipSync(text).length} compressed`,
);
