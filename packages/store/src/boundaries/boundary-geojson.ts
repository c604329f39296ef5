import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Objects, Topology } from 'topojson-specification';
import { ringArea } from './ring-area.ts';

/** Five decimals are a metre, which is finer than the grid of any set. */
const FACTOR = 1e5;

/**
 * The GeoJSON (RFC 7946) of a stored topology: the same territories and the same attribution, outer rings
 * counterclockwise.
 */
export function boundaryGeojson(topology: string): string {
  const { type: _, objects, arcs, transform, ...attribution } = JSON.parse(topology) as Topology;
  const whole: Topology = { type: 'Topology', objects, arcs, ...(transform !== undefined && { transform }) };
  return JSON.stringify({
    type: 'FeatureCollection',
    ...attribution,
    features: Object.values(objects as Objects).flatMap((object) => {
      const found = feature(whole, object);
      const features = found.type === 'FeatureCollection' ? found.features : [found];
      return features.map(({ id, properties, geometry }) => ({
        type: 'Feature',
        id,
        properties,
        geometry: wound(geometry as Polygon | MultiPolygon),
      }));
    }),
  });
}

function wound(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: polygon(geometry.coordinates) };
  return { ...geometry, coordinates: geometry.coordinates.map(polygon) };
}

function polygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const isCounterclockwise = ringArea(ring) > 0;
    const rounded = ring.map(([x = 0, y = 0]) => [round(x), round(y)]);
    return isCounterclockwise === (index === 0) ? rounded : rounded.reverse();
  });
}

function round(degrees: number): number {
  return Math.round(degrees * FACTOR) / FACTOR;
}
