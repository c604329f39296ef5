import type { Arc, Transform } from 'topojson-specification';
import type { BoundaryProblem } from './boundary-problems.ts';
import { checkShapes } from './check-shapes.ts';
import { isObject, type JsonObject, shapesOfTopology } from './delivered-shape.ts';
import type { ReadTopology } from './keyed-topology.ts';

/** Reads a TopoJSON: the territories in all its objects and the arcs that they share, as they are. */
export function readTopojson(json: JsonObject): ReadTopology {
  const arcs = Array.isArray(json.arcs) ? (json.arcs as readonly unknown[]) : [];
  const { sound, problems } = checkShapes<readonly number[]>(shapesOfTopology(json), (ring) =>
    indexProblem(ring, arcs.length),
  );
  const hasTransform = json.transform !== undefined && json.transform !== null;
  return {
    topology: {
      territories: sound,
      arcs: arcs as readonly Arc[],
      transform: hasTransform ? (json.transform as Transform) : null,
    },
    gridded: false,
    problems: [
      ...(Array.isArray(json.arcs) ? [] : [{ field: 'arcs', message: 'a TopoJSON has a list of arcs' }]),
      ...(hasTransform && !isTransform(json.transform)
        ? [
            {
              field: 'transform',
              message: 'expected { "scale": [number, number], "translate": [number, number] }',
            },
          ]
        : []),
      ...arcs.flatMap(arcProblem),
      ...problems,
    ],
  };
}

function arcProblem(arc: unknown, index: number): readonly BoundaryProblem[] {
  if (Array.isArray(arc) && arc.length >= 2 && arc.every(isPosition)) return [];
  return [
    { field: `arcs[${index}]`, message: 'an arc is a list of two positions or more, each of two numbers' },
  ];
}

function isTransform(transform: unknown): boolean {
  return isObject(transform) && isPosition(transform.scale) && isPosition(transform.translate);
}

function isPosition(position: unknown): boolean {
  return Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1]);
}

function indexProblem(ring: unknown, arcs: number): string | null {
  if (!Array.isArray(ring) || ring.length === 0) return 'a ring that is no list of arcs';
  const wrong = ring.find((index) => !Number.isInteger(index) || (index < 0 ? ~index : index) >= arcs);
  return wrong === undefined
    ? null
    : `a ring with the arc ${JSON.stringify(wrong)}, which is none of the ${arcs} arcs`;
}
