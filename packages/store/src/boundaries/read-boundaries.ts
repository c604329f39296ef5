import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { printable } from '../table-file/printable.ts';
import { whyNotText } from '../table-file/why-not-text.ts';
import { attributionOfFile, type SaidAttribution } from './attribution-of-file.ts';
import type { BoundaryFile } from './boundary-file.ts';
import { type BoundaryLevel, boundaryLevelNames } from './boundary-level.ts';
import { type BoundaryProblem, BoundaryProblems } from './boundary-problems.ts';
import { boundarySet } from './boundary-set.ts';
import { isObject, type JsonObject } from './delivered-shape.ts';
import type { KeyedTopology } from './keyed-topology.ts';
import { placeProblems } from './plausible-place.ts';
import { readGeojson } from './read-geojson.ts';
import { readTopojson } from './read-topojson.ts';
import { ringArea } from './ring-area.ts';
import { simplifyTopology, usualDetail } from './simplify-topology.ts';
import { territoryPolygons } from './topology-features.ts';

/** How to read a file, beside what it says itself. */
export type BoundaryOptions = SaidAttribution & {
  /** About how many points to keep at most; a usual number for maps when left out. */
  readonly detail?: number | undefined;
};

/**
 * Reads boundaries from a TopoJSON (all its objects) or a GeoJSON FeatureCollection in longitude and latitude, with a
 * key in the id or the properties of every territory, which also tells its level. They are simplified to about
 * `detail` points.
 *
 * Throws BoundaryProblems with everything that is wrong with the file.
 */
export async function readBoundaries(path: string, options: BoundaryOptions = {}): Promise<BoundaryFile> {
  return boundariesOf(basename(path), await readFile(path), options);
}

/** Reads boundaries as `readBoundaries` does, from the bytes of a file. */
export function boundariesOf(file: string, bytes: Uint8Array, options: BoundaryOptions = {}): BoundaryFile {
  const json = parsed(file, bytes);
  const { attribution, problems } = attributionOfFile(json, options);
  const read = json.type === 'Topology' ? readTopojson(json) : readGeojson(json);
  const all = [...problems, ...detailProblems(options), ...read.problems];
  if (read.topology.territories.length === 0 && read.problems.length === 0) {
    all.push({ message: 'holds no territory' });
  }
  if (read.problems.length === 0) all.push(...placeProblems(placed(read.topology)), ...flat(read.topology));
  if (all.length > 0) throw new BoundaryProblems(file, all);

  const detail = options.detail ?? usualDetail(read.topology);
  const topology = simplifyTopology(read.topology, detail);
  const lost = flat(topology);
  if (lost.length > 0) throw new BoundaryProblems(file, lost);
  const levels = Object.keys(boundaryLevelNames) as BoundaryLevel[];
  const sets = levels
    .filter((level) => topology.territories.some(({ kind }) => kind === level))
    .map((level) => boundarySet(topology, level, { attribution, read }));
  return { file, ...attribution, sets };
}

function parsed(file: string, bytes: Uint8Array): JsonObject {
  const json = jsonOf(file, bytes);
  if (isObject(json) && (json.type === 'Topology' || json.type === 'FeatureCollection')) return json;
  const found = isObject(json) ? `the type ${JSON.stringify(json.type)}` : 'no object';
  const message = `expected a TopoJSON (type "Topology") or a GeoJSON (type "FeatureCollection"), found ${found}`;
  throw new BoundaryProblems(file, [{ message }]);
}

const EXPECTED = 'expected a TopoJSON or a GeoJSON. ogr2ogr makes one of a Shapefile or GeoPackage';

function jsonOf(file: string, bytes: Uint8Array): unknown {
  const notText = whyNotText(bytes, EXPECTED);
  if (notText !== null) throw new BoundaryProblems(file, [{ message: notText }]);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error));
    throw new BoundaryProblems(file, [{ message: `is no JSON (${reason}); ${EXPECTED}` }]);
  }
}

function detailProblems({ detail }: BoundaryOptions): readonly BoundaryProblem[] {
  if (detail === undefined || (Number.isInteger(detail) && detail > 0)) return [];
  return [{ field: 'detail', message: `${detail} is no number of points: write a whole number above 0` }];
}

function placed(topology: KeyedTopology) {
  return territoryPolygons(topology).map(({ key, polygons }) => ({ key, positions: polygons.flat(2) }));
}

/** The territories of which nothing is left but lines and points. */
function flat(topology: KeyedTopology): readonly BoundaryProblem[] {
  return territoryPolygons(topology)
    .filter(({ polygons }) => polygons.every(([outer = []]) => ringArea(outer) === 0))
    .map(({ key }) => ({ message: `${key} has no area: its rings are lines or points` }));
}
