/** An object of JSON whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a file says about one territory, not checked yet. `place` is its path inside the JSON. */
export type DeliveredShape = {
  readonly place: string;
  readonly id: unknown;
  readonly properties: unknown;
  readonly type: unknown;
  /** Polygons of rings: of arc indexes in a TopoJSON, of positions in a GeoJSON. */
  readonly polygons: unknown;
};

/** True for an object of JSON: no list, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The shapes in the objects of a TopoJSON, in the order of the file. */
export function shapesOfTopology({ objects }: JsonObject): readonly DeliveredShape[] {
  return Object.entries(isObject(objects) ? objects : {}).flatMap(([name, object]) => {
    const place = `objects.${name}`;
    if (!isObject(object)) return [];
    if (object.type !== 'GeometryCollection') return [topologyShape(object, place)];
    return listOf(object.geometries).map((geometry, index) =>
      topologyShape(geometry, `${place}.geometries[${index}]`),
    );
  });
}

/** The shapes of a GeoJSON FeatureCollection, in the order of the file. */
export function shapesOfFeatures({ features }: JsonObject): readonly DeliveredShape[] {
  return listOf(features).map((feature, index) => {
    const { id, properties, geometry } = isObject(feature) ? feature : {};
    const { type, coordinates } = isObject(geometry) ? geometry : {};
    return shape(`features[${index}]`, { id, properties, type, rings: coordinates });
  });
}

function topologyShape(geometry: unknown, place: string): DeliveredShape {
  const { id, properties, type, arcs } = isObject(geometry) ? geometry : {};
  return shape(place, { id, properties, type, rings: arcs });
}

function shape(
  place: string,
  { id, properties, type, rings }: Readonly<Record<'id' | 'properties' | 'type' | 'rings', unknown>>,
): DeliveredShape {
  const polygons = type === 'Polygon' && Array.isArray(rings) ? [rings] : rings;
  return { place, id, properties, type, polygons };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
