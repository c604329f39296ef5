import type { FeatureCollection, MultiPolygon } from 'geojson';
import { topology as topologyOf } from 'topojson-server';
import type { GeometryCollection, MultiPolygon as TopologyMultiPolygon } from 'topojson-specification';
import { checkShapes, type KeyedShape } from './check-shapes.ts';
import { type JsonObject, shapesOfFeatures } from './delivered-shape.ts';
import type { ReadTopology } from './keyed-topology.ts';

type Position = readonly [number, number];

/** Steps of the grid on which positions are put in each direction: over all of Germany one is less than ten metres. */
export const GRID = 100_000;

/**
 * Reads a GeoJSON FeatureCollection and finds the borders that its territories share. All positions are put on a grid
 * first, so that two territories share what only rounding keeps apart.
 */
export function readGeojson(json: JsonObject): ReadTopology {
  const { sound, problems } = checkShapes<readonly Position[]>(shapesOfFeatures(json), positionProblem);
  const { arcs, objects, transform = null } = topologyOf({ all: collectionOf(sound) }, GRID);
  const { geometries } = objects.all as GeometryCollection;
  return {
    topology: {
      territories: sound.map(({ kind, key, place }, index) => ({
        kind,
        key,
        place,
        polygons: (geometries[index] as TopologyMultiPolygon).arcs,
      })),
      arcs,
      transform,
    },
    gridded: true,
    problems,
  };
}

function collectionOf(shapes: readonly KeyedShape<readonly Position[]>[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ polygons }) => ({
      type: 'Feature',
      properties: null,
      geometry: {
        type: 'MultiPolygon',
        // A third coordinate is the height, which no map of districts shows.
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
      },
    })),
  };
}

function positionProblem(ring: unknown): string | null {
  if (!Array.isArray(ring)) return 'a ring that is no list of positions';
  const wrong = ring.find(
    (position) => !Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1]),
  );
  if (wrong !== undefined) return `the position ${JSON.stringify(wrong)}: expected two numbers`;
  if (ring.length < 4) return `a ring of ${ring.length} positions: four are the fewest that bound an area`;
  const [first, last] = [ring[0], ring.at(-1)];
  if (first[0] === last[0] && first[1] === last[1]) return null;
  return `a ring that is not closed: it begins at ${JSON.stringify(first)} and ends at ${JSON.stringify(last)}`;
}
