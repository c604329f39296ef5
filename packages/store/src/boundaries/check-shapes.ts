import { type BoundaryKey, boundaryKey } from './boundary-key.ts';
import type { BoundaryProblem } from './boundary-problems.ts';
import type { DeliveredShape } from './delivered-shape.ts';

/** A territory with its polygons, each a list of rings. */
export type KeyedShape<Ring> = BoundaryKey & {
  readonly place: string;
  readonly polygons: readonly (readonly Ring[])[];
};

/**
 * The shapes whose key and geometry are sound, and what is wrong with the others. `ringProblem` says what is wrong with
 * a ring, null for nothing.
 */
export function checkShapes<Ring>(
  shapes: readonly DeliveredShape[],
  ringProblem: (ring: unknown) => string | null,
): { readonly sound: readonly KeyedShape<Ring>[]; readonly problems: readonly BoundaryProblem[] } {
  const problems: BoundaryProblem[] = [];
  const sound: KeyedShape<Ring>[] = [];
  const places = new Map<string, string>();
  for (const shape of shapes) {
    const { place } = shape;
    const key = boundaryKey(shape.id, shape.properties);
    if (typeof key === 'string') {
      problems.push({ field: place, message: key });
      continue;
    }
    const first = places.get(key.key);
    places.set(key.key, first ?? place);
    const problem = first === undefined ? geometryProblem(shape, ringProblem) : doubled(first);
    if (problem !== null) problems.push({ field: place, message: `${key.key} ${problem}` });
    else sound.push({ ...key, place, polygons: shape.polygons as KeyedShape<Ring>['polygons'] });
  }
  return { sound, problems };
}

function doubled(first: string): string {
  return (
    `stands at ${first} already: each key once. Dissolve the pieces of a territory into one MultiPolygon; in a file ` +
    `of the BKG keep the land areas only (GF = 4)`
  );
}

function geometryProblem(
  { type, polygons }: DeliveredShape,
  ringProblem: (ring: unknown) => string | null,
): string | null {
  if (type === undefined || type === null) return 'has no geometry';
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return `is a ${JSON.stringify(type)}: boundaries are a Polygon or a MultiPolygon`;
  }
  if (!Array.isArray(polygons)) return 'has no geometry';
  if (polygons.flat().length === 0) return 'has an empty geometry';
  for (const [index, polygon] of polygons.entries()) {
    if (!Array.isArray(polygon) || polygon.length === 0) return `has no ring in polygon ${index + 1}`;
    for (const ring of polygon) {
      const problem = ringProblem(ring);
      if (problem !== null) return `has, in polygon ${index + 1}, ${problem}`;
    }
  }
  return null;
}
