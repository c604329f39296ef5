import { quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { Arc, Topology } from 'topojson-specification';
import type { KeyedTopology } from './keyed-topology.ts';
import { GRID } from './read-geojson.ts';

/** Enough for a map of all districts on a screen; a file that has no more is kept as it is. */
const USUAL_POINTS = 50_000;
/** With fewer a municipality is no more than its corners. */
const POINTS_OF_TERRITORY = 20;

/** The points of the shared arcs, each counted once. */
export function countPoints({ arcs }: Pick<KeyedTopology, 'arcs'>): number {
  return arcs.reduce((sum, arc) => sum + arc.length, 0);
}

/** How many points to keep where nobody says: more for many territories. */
export function usualDetail({ territories }: Pick<KeyedTopology, 'territories'>): number {
  return Math.max(USUAL_POINTS, POINTS_OF_TERRITORY * territories.length);
}

/**
 * Leaves about as many points as `detail` says, those that matter most to the shapes (Visvalingam), and puts positions
 * on a grid where they are on none. It works on the shared arcs, so that neighbours still fit without gaps, and keeps of
 * every ring, however small, a triangle at least. A topology with no more points than that is answered as it is.
 */
export function simplifyTopology(topology: KeyedTopology, detail: number): KeyedTopology {
  const { territories, arcs, transform } = topology;
  const points = countPoints(topology);
  if (points <= detail && transform !== null) return topology;
  const delivered: WithoutObjects = {
    type: 'Topology',
    objects: {},
    arcs: [...arcs],
    ...(transform !== null && { transform }),
  };
  const absolute = points <= detail ? delivered : simplified(delivered, territories, detail);
  const gridded = quantize(absolute, transform ?? GRID);
  return { territories, arcs: gridded.arcs, transform: gridded.transform ?? null };
}

/** The libraries look at arcs only; the territories over them stay with us. */
type WithoutObjects = Topology<Record<string, never>>;

function simplified(
  topology: WithoutObjects,
  territories: KeyedTopology['territories'],
  detail: number,
): WithoutObjects {
  const weighted = presimplify(topology);
  keepRings(weighted.arcs, territories);
  const weights = new Float64Array(weighted.arcs.flatMap((arc) => arc.map(([, , weight = 0]) => weight)));
  weights.sort();
  const least = weights[Math.max(0, weights.length - Math.max(1, detail))];
  const { transform: _, ...absolute } = simplify(weighted, least);
  return absolute;
}

/** Gives the points without which a ring would have no area a weight that nothing exceeds. */
function keepRings(arcs: readonly Arc[], territories: KeyedTopology['territories']): void {
  for (const ring of territories.flatMap(({ polygons }) => polygons.flat())) {
    // The ends of arcs always stay, and three of them bound an area.
    if (ring.length > 2) continue;
    for (const index of ring) keepTriangle(arcs[index < 0 ? ~index : index] ?? []);
  }
}

function keepTriangle(arc: Arc): void {
  const [first, last] = [arc[0], arc.at(-1)];
  if (first === undefined || last === undefined) return;
  const isClosed = first[0] === last[0] && first[1] === last[1];
  const second = isClosed ? heaviest(arc, (point) => distance(first, point)) : last;
  const third = heaviest(arc, (point) => triangle(first, second, point));
  second[2] = Infinity;
  third[2] = Infinity;
}

function heaviest(arc: Arc, weigh: (point: readonly number[]) => number): number[] {
  return arc.reduce((best, point) => (weigh(point) > weigh(best) ? point : best));
}

function distance([x0 = 0, y0 = 0]: readonly number[], [x1 = 0, y1 = 0]: readonly number[]): number {
  return Math.hypot(x1 - x0, y1 - y0);
}

function triangle(
  [x0 = 0, y0 = 0]: readonly number[],
  [x1 = 0, y1 = 0]: readonly number[],
  [x2 = 0, y2 = 0]: readonly number[],
): number {
  return Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0));
}
