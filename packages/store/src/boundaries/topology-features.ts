import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { KeyedTopology } from './keyed-topology.ts';

/** A territory with its polygons as positions, longitude first. */
export type TerritoryPolygons = {
  readonly key: string;
  readonly polygons: readonly (readonly Position[][])[];
};

/** The territories of a topology with their positions. */
export function territoryPolygons({
  territories,
  arcs,
  transform,
}: KeyedTopology): readonly TerritoryPolygons[] {
  const topology: Topology = {
    type: 'Topology',
    objects: {},
    arcs: [...arcs],
    ...(transform !== null && { transform }),
  };
  return territories.map(({ key, polygons }) => {
    const rings = polygons.map((polygon) => polygon.map((ring) => [...ring]));
    const { geometry } = feature(topology, { type: 'MultiPolygon', arcs: rings });
    return { key, polygons: (geometry as MultiPolygon).coordinates };
  });
}
