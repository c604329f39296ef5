import { createHash } from 'node:crypto';
import { neighbors } from 'topojson-client';
import type { Arc, MultiPolygon, Polygon } from 'topojson-specification';
import type { Attribution, BoundarySet } from './boundary-file.ts';
import { type BoundaryLevel, boundaryLevelNames } from './boundary-level.ts';
import type { KeyedTopology, ReadTopology } from './keyed-topology.ts';
import { countPoints } from './simplify-topology.ts';

type Shape = (Polygon | MultiPolygon) & { readonly id: string };

/**
 * The boundaries of one level out of a topology: with its own arcs only, and with its attribution inside. `read` is the
 * file as it was read, to say what has been done to it since.
 */
export function boundarySet(
  { territories, arcs, transform }: KeyedTopology,
  level: BoundaryLevel,
  { attribution, read }: { readonly attribution: Attribution; readonly read: ReadTopology },
): BoundarySet {
  const shapes = territories
    .filter(({ kind }) => kind === level)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, polygons }) => shapeOf(key, polygons));
  const own = ownArcs(shapes, arcs);
  const changes = changesSince(read, countPoints(ownArcs(shapes, read.topology.arcs)), countPoints(own));
  const { source, licence, validOn } = attribution;
  const topology = JSON.stringify({
    type: 'Topology',
    source,
    licence,
    validOn,
    ...(changes !== null && { changes }),
    ...(transform !== null && { transform }),
    objects: { [boundaryLevelNames[level]]: { type: 'GeometryCollection', geometries: own.shapes } },
    arcs: own.arcs,
  });
  return {
    level,
    keys: shapes.map(({ id }) => id),
    neighbours: neighbourPairs(shapes),
    changes,
    points: countPoints(own),
    topology,
    contentHash: createHash('sha256').update(topology).digest('hex').slice(0, 16),
  };
}

function changesSince({ topology, gridded }: ReadTopology, before: number, after: number): string | null {
  const changes = [
    ...(gridded || topology.transform === null ? ['coordinates rounded'] : []),
    ...(after < before ? [`simplified from ${before} to ${after} points`] : []),
  ];
  return changes.length === 0 ? null : changes.join(', ');
}

function shapeOf(key: string, polygons: readonly (readonly (readonly number[])[])[]): Shape {
  const named = { id: key, properties: { key } };
  const arcs = polygons.map((rings) => rings.map((ring) => [...ring]));
  const [only] = arcs;
  return arcs.length === 1 && only !== undefined
    ? { type: 'Polygon', arcs: only, ...named }
    : { type: 'MultiPolygon', arcs, ...named };
}

/** The shapes over the arcs that they use, numbered anew in the order of their use. */
function ownArcs(shapes: readonly Shape[], arcs: readonly Arc[]) {
  const numbers = new Map<number, number>();
  const renumbered = (index: number): number => {
    if (index < 0) return ~renumbered(~index);
    const number = numbers.get(index) ?? numbers.size;
    numbers.set(index, number);
    return number;
  };
  const own = shapes.map((shape): Shape => {
    if (shape.type === 'Polygon') return { ...shape, arcs: shape.arcs.map((ring) => ring.map(renumbered)) };
    return { ...shape, arcs: shape.arcs.map((rings) => rings.map((ring) => ring.map(renumbered))) };
  });
  return { shapes: own, arcs: [...numbers.keys()].map((index) => arcs[index] ?? []) };
}

/** Territories that share an arc; those that only touch in a point are no neighbours. */
function neighbourPairs(shapes: readonly Shape[]): readonly (readonly [string, string])[] {
  return neighbors([...shapes]).flatMap((others, index) =>
    others
      .filter((other) => other > index)
      .map((other) => [shapes[index]?.id ?? '', shapes[other]?.id ?? ''] as const),
  );
}
