import type { BoundaryProblem } from './boundary-problems.ts';

/** Germany in degrees with its waters and room to spare. */
const GERMANY = { west: 3, south: 47, east: 16, north: 56 } as const;

const CONVERT = 'convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 boundaries.geojson <file>';

/** A territory and positions of it, longitude first. */
export type Placed = { readonly key: string; readonly positions: readonly (readonly number[])[] };

/**
 * Nothing when all positions can be longitude and latitude in Germany; else one problem for all territories, with what
 * the numbers look like and what to do.
 */
export function placeProblems(territories: readonly Placed[]): readonly BoundaryProblem[] {
  const outside = territories.flatMap(({ key, positions }) => {
    const position = positions.find(([x = NaN, y = NaN]) => !isInGermany(x, y));
    return position === undefined ? [] : [{ key, x: position[0] ?? NaN, y: position[1] ?? NaN }];
  });
  const [first] = outside;
  if (first === undefined) return [];
  const { key, x, y } = first;
  const place = `${round(x)}, ${round(y)}`;
  return [
    {
      message: `${outside.length} of ${territories.length} territories lie outside Germany, first ${key} at ${place}: ${explained(x, y)}`,
    },
  ];
}

function isInGermany(x: number, y: number): boolean {
  return x >= GERMANY.west && x <= GERMANY.east && y >= GERMANY.south && y <= GERMANY.north;
}

function explained(x: number, y: number): string {
  if (Math.abs(x) > 360 || Math.abs(y) > 360) return `that looks like metres (UTM, EPSG:25832); ${CONVERT}`;
  if (isInGermany(y, x)) return `latitude stands before longitude; ${CONVERT}`;
  return 'expected longitude and latitude in degrees (EPSG:4326)';
}

function round(number: number): number {
  return Math.round(number * 1e4) / 1e4;
}
