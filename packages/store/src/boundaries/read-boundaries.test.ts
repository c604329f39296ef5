import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { boundaryPicture } from '../testing/small-boundaries.ts';
import { boundaryGeojson } from './boundary-geojson.ts';
import { type BoundaryOptions, boundariesOf, readBoundaries } from './read-boundaries.ts';
import { realBoundaries } from './real-boundaries.ts';
import { ringArea } from './ring-area.ts';

const said = { validOn: '2021-12-31', source: '© GeoBasis-DE / BKG 2021', licence: 'dl-de/by-2-0' };

/** Two districts side by side, one of them with an island, as they could be delivered. */
const country = boundaryPicture('aab\n...\na..', { a: '16097', b: '16099' });

function read(json: unknown, options: BoundaryOptions = said) {
  return boundariesOf('country.json', Buffer.from(JSON.stringify(json)), options);
}

/** The message with which a file is refused. */
function refusal(json: unknown, options: BoundaryOptions = said): string {
  try {
    read(json, options);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the file was not refused');
}

/** The largest outer ring of each territory, in square degrees. */
function areas(topology: string): ReadonlyMap<string, number> {
  const { features } = JSON.parse(boundaryGeojson(topology)) as FeatureCollection<MultiPolygon>;
  return new Map(
    features.map(({ id, geometry }) => {
      const polygons = (
        geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates]
      ) as MultiPolygon['coordinates'];
      return [String(id), Math.max(...polygons.map(([ring = []]) => ringArea(ring)))];
    }),
  );
}

describe('the real boundaries', () => {
  test('are kept as they are', async () => {
    const { sets, ...about } = await readBoundaries(realBoundaries, said);
    expect(about).toEqual({ file: 'kreise_laender_vg250_derived.topojson', ...said });
    expect(
      sets.map(({ level, keys, neighbours, points, changes }) => [
        level,
        keys.length,
        neighbours.length,
        points,
        changes,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "state",
          16,
          29,
          6216,
          null,
        ],
        [
          "district",
          400,
          1044,
          20738,
          null,
        ],
      ]
    `);
    const delivered = JSON.parse(readFileSync(realBoundaries, 'utf8')) as Topology;
    const districts = JSON.parse(sets[1]?.topology ?? '') as Topology;
    expect(districts.transform).toEqual(delivered.transform);
    expect(new Set(districts.arcs.map(String))).toEqual(new Set(delivered.arcs.map(String)));
    expect(districts).toMatchObject({ ...said, type: 'Topology' });
  });

  test.each([20_000, 5000, 1])(
    'keep every district and every neighbour when simplified to %i points',
    async (detail) => {
      const whole = await readBoundaries(realBoundaries, said);
      const { sets } = await readBoundaries(realBoundaries, { ...said, detail });
      for (const [index, set] of sets.entries()) {
        expect(set.neighbours).toEqual(whole.sets[index]?.neighbours);
        expect(set.keys).toEqual(whole.sets[index]?.keys);
        const smallest = Math.min(...areas(set.topology).values());
        expect(smallest).toBeGreaterThan(0);
        expect(set.changes).toBe(`simplified from ${whole.sets[index]?.points} to ${set.points} points`);
      }
      // The ends of all borders always stay.
      expect(sets[1]?.points).toBeLessThanOrEqual(Math.max(detail + 10, 2 * 1227 + 400));
    },
  );

  test('come back from their own GeoJSON with the same neighbours and attribution', async () => {
    const [, districts] = (await readBoundaries(realBoundaries, said)).sets;
    const geojson = boundaryGeojson(districts?.topology ?? '');
    const again = boundariesOf('districts.geojson', Buffer.from(geojson));
    expect(again).toMatchObject(said);
    expect(again.sets.map(({ level, changes }) => [level, changes])).toEqual([
      ['district', 'coordinates rounded'],
    ]);
    expect(again.sets[0]?.neighbours).toEqual(districts?.neighbours);
  });
});

describe('a GeoJSON', () => {
  test('gets shared arcs and neighbours', () => {
    const { sets } = read(country);
    expect(sets).toHaveLength(1);
    expect({ ...sets[0], topology: JSON.parse(sets[0]?.topology ?? '') }).toMatchInlineSnapshot(`
      {
        "changes": "coordinates rounded",
        "contentHash": "000c2ee3c57df470",
        "keys": [
          "16097",
          "16099",
        ],
        "level": "district",
        "neighbours": [
          [
            "16097",
            "16099",
          ],
        ],
        "points": 21,
        "topology": {
          "arcs": [
            [
              [
                33333,
                66666,
              ],
              [
                0,
                33333,
              ],
            ],
            [
              [
                33333,
                99999,
              ],
              [
                -33333,
                0,
              ],
              [
                0,
                -33333,
              ],
              [
                33333,
                0,
              ],
            ],
            [
              [
                33333,
                66666,
              ],
              [
                33333,
                0,
              ],
            ],
            [
              [
                66666,
                66666,
              ],
              [
                0,
                33333,
              ],
            ],
            [
              [
                66666,
                99999,
              ],
              [
                -33333,
                0,
              ],
            ],
            [
              [
                0,
                0,
              ],
              [
                33333,
                0,
              ],
              [
                0,
                33333,
              ],
              [
                -33333,
                0,
              ],
              [
                0,
                -33333,
              ],
            ],
            [
              [
                66666,
                66666,
              ],
              [
                33333,
                0,
              ],
              [
                0,
                33333,
              ],
              [
                -33333,
                0,
              ],
            ],
          ],
          "changes": "coordinates rounded",
          "licence": "dl-de/by-2-0",
          "objects": {
            "districts": {
              "geometries": [
                {
                  "arcs": [
                    [
                      [
                        0,
                        1,
                      ],
                    ],
                    [
                      [
                        2,
                        3,
                        4,
                        -1,
                      ],
                    ],
                    [
                      [
                        5,
                      ],
                    ],
                  ],
                  "id": "16097",
                  "properties": {
                    "key": "16097",
                  },
                  "type": "MultiPolygon",
                },
                {
                  "arcs": [
                    [
                      6,
                      -4,
                    ],
                  ],
                  "id": "16099",
                  "properties": {
                    "key": "16099",
                  },
                  "type": "Polygon",
                },
              ],
              "type": "GeometryCollection",
            },
          },
          "source": "© GeoBasis-DE / BKG 2021",
          "transform": {
            "scale": [
              0.0000030000300003000102,
              0.0000030000300002999747,
            ],
            "translate": [
              10,
              50.7,
            ],
          },
          "type": "Topology",
          "validOn": "2021-12-31",
        },
      }
    `);
  });

  test('is served counterclockwise, whichever way round it was delivered', () => {
    const reversed = {
      ...country,
      features: country.features.map((feature) => ({
        ...feature,
        geometry: {
          ...feature.geometry,
          coordinates: feature.geometry.coordinates.map((rings) => rings.map((ring) => ring.toReversed())),
        },
      })),
    };
    for (const file of [country, reversed]) {
      const [first = 0, second = 0] = areas(read(file).sets[0]?.topology ?? '').values();
      expect(first).toBeCloseTo(0.01, 4);
      expect(second).toBeCloseTo(0.01, 4);
    }
  });

  test('that touches in a corner only makes no neighbours', () => {
    const { sets } = read(boundaryPicture('a.\n.b', { a: '16097', b: '16099' }));
    expect(sets[0]?.neighbours).toEqual([]);
  });

  test('may hold several levels, known by their keys', () => {
    const keys = { a: '16', b: '160', c: '16097', d: '160975001', e: '160975001002' };
    const { sets } = read(boundaryPicture('abcde', keys));
    expect(sets.map(({ level, keys }) => `${level} ${keys}`)).toEqual([
      'state 16',
      'region 160',
      'district 16097',
      'association 160975001',
      'municipality 16097002',
    ]);
  });

  test('says itself what it is, unless the caller says it', () => {
    expect(read({ ...country, ...said }, {})).toMatchObject(said);
    expect(
      read({ ...country, properties: { ...said, license: 'x' } }, { validOn: '2022-01-01' }),
    ).toMatchObject({
      ...said,
      validOn: '2022-01-01',
    });
  });

  test('gives a hash of its own to whatever is served differently', () => {
    const hash = (options: BoundaryOptions) => read(country, { ...said, ...options }).sets[0]?.contentHash;
    expect(hash({})).toBe(hash({}));
    expect(
      new Set([hash({}), hash({ licence: 'x' }), hash({ source: 'x' }), hash({ validOn: '2020-01-01' })])
        .size,
    ).toBe(4);
  });
});

test('small islands stay, however much is simplified', () => {
  const island = fc
    .tuple(
      fc.double({ min: 0.002, max: 0.2, noNaN: true }),
      fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 30 }),
    )
    .map(([size, radii]) => radii.map((radius, index) => [index / radii.length, size * radius] as const));
  fc.assert(
    fc.property(fc.array(island, { minLength: 1, maxLength: 9 }), (islands) => {
      const features = islands.map((points, index) => {
        const ring = points.map(([turn, radius]) => [
          7 + index + radius * Math.cos(2 * Math.PI * turn),
          50 + radius * Math.sin(2 * Math.PI * turn),
        ]);
        const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
        return { type: 'Feature', id: `0100${index + 1}`, properties: null, geometry };
      });
      const { sets } = read({ type: 'FeatureCollection', features }, { ...said, detail: 1 });
      const kept = [...areas(sets[0]?.topology ?? '').values()];
      expect(kept).toHaveLength(islands.length);
      expect(Math.min(...kept)).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
});

describe('what cannot be used is refused', () => {
  const [first, second] = country.features;
  const features = (...changed: readonly unknown[]) => ({ ...country, features: changed });
  const geometry = (geometry: unknown) => features({ ...first, geometry }, second);

  test('a file that is something else', () => {
    expect(refusal({ type: 'Feature' })).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: expected a TopoJSON (type "Topology") or a GeoJSON (type "FeatureCollection"), found the type "Feature""
    `);
    expect(refusal([])).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: expected a TopoJSON (type "Topology") or a GeoJSON (type "FeatureCollection"), found no object"
    `);
    expect(() => boundariesOf('kreise.gml', Buffer.from('<gml>'))).toThrowErrorMatchingInlineSnapshot(`
      [BoundaryProblems: kreise.gml is refused: 1 problem, nothing was stored
        kreise.gml: is no JSON (Unexpected token '<', "<gml>" is not valid JSON); expected a TopoJSON or a GeoJSON. ogr2ogr makes one of a Shapefile or GeoPackage]
    `);
  });

  test('a file that is no text, without a byte of it', () => {
    const message = (bytes: Buffer) => {
      try {
        return String(boundariesOf('kreise.zip', bytes));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message(Buffer.from('504b030414000600', 'hex'))).toMatchInlineSnapshot(`
      "kreise.zip is refused: 1 problem, nothing was stored
        kreise.zip: this is a workbook (XLSX) or another ZIP file; expected a TopoJSON or a GeoJSON. ogr2ogr makes one of a Shapefile or GeoPackage"
    `);
    expect(message(gzipSync('{}'))).toMatchInlineSnapshot(`
      "kreise.zip is refused: 1 problem, nothing was stored
        kreise.zip: this is compressed by gzip, as only crosswalks may be (kreisweit import crosswalk); expected a TopoJSON or a GeoJSON. ogr2ogr makes one of a Shapefile or GeoPackage"
    `);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal would obey them
    expect(message(Buffer.from('\u001b[31m{'))).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('a day that is still to come', () => {
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(refusal(country, { ...said, validOn: later })).toContain(`validOn: ${later} is still to come`);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(read(country, { ...said, validOn: yesterday }).validOn).toBe(yesterday);
  });

  test('a file without territories', () => {
    expect(refusal(features())).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: holds no territory"
    `);
    expect(refusal({ type: 'Topology', objects: {}, arcs: [] })).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: holds no territory"
    `);
  });

  test('a file of which neither day nor source nor licence is known', () => {
    expect(refusal(country, {})).toMatchInlineSnapshot(`
      "country.json is refused: 3 problems, nothing was stored
        country.json validOn: the file does not say of which day these boundaries are: say it, --on 2021-12-31
        country.json source: the file does not name its source, as the licences of official boundaries demand it: name it, --source '© GeoBasis-DE / BKG 2021'
        country.json licence: the file does not name its licence: name it, --licence dl-de/by-2-0"
    `);
    expect(
      refusal(country, { ...said, validOn: '2021-02-30', source: ' ', detail: 0.5 }),
    ).toMatchInlineSnapshot(`
      "country.json is refused: 3 problems, nothing was stored
        country.json validOn: '2021-02-30' is no day: write it as 2021-12-31
        country.json source: the file does not name its source, as the licences of official boundaries demand it: name it, --source '© GeoBasis-DE / BKG 2021'
        country.json detail: 0.5 is no number of points: write a whole number above 0"
    `);
  });

  test('keys that are none, or stand twice, all at once', () => {
    const keyed = (properties: object | null, id?: unknown) => ({ ...first, properties, id });
    expect(
      refusal(
        features(
          keyed({ AGS: '16097' }),
          keyed({ AGS: '16097' }),
          keyed({ AGS: '' }),
          keyed(null, 1001),
          keyed({ key: '17001' }),
          keyed({ RS: 'DG' }),
          'x',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "country.json is refused: 6 problems, nothing was stored
        country.json features[1]: 16097 stands at features[0] already: each key once. Dissolve the pieces of a territory into one MultiPolygon; in a file of the BKG keep the land areas only (GF = 4)
        country.json features[2]: has no key: expected an AGS or ARS in its id or its properties
        country.json features[3]: 1001 is no key: expected 2 digits of a state, 3 of a region, 5 of a district, 9 of an association, 8 or 12 of a municipality. A key is text: as a number it loses its leading zero
        country.json features[4]: "17001" is no key: expected 2 digits of a state, 3 of a region, 5 of a district, 9 of an association, 8 or 12 of a municipality
        country.json features[5]: 'DG' is Germany; boundaries are kept of states and what lies in them
        country.json features[6]: has no key: expected an AGS or ARS in its id or its properties"
    `);
  });

  test('geometries that bound nothing', () => {
    const ring = first?.geometry.coordinates[0]?.[0] ?? [];
    const shapes = [
      null,
      { type: 'LineString', coordinates: ring },
      { type: 'GeometryCollection', geometries: [] },
      { type: 'Polygon', coordinates: [] },
      { type: 'MultiPolygon', coordinates: [[]] },
      { type: 'Polygon' },
      { type: 'Polygon', coordinates: [ring.slice(1)] },
      { type: 'Polygon', coordinates: [ring.slice(2)] },
      { type: 'Polygon', coordinates: [[...ring, ['x', null]]] },
      { type: 'Polygon', coordinates: [ring.map(() => [10, 51])] },
      { type: 'Polygon', coordinates: 7 },
    ];
    expect(shapes.map((shape) => refusal(geometry(shape)).split('\n')[1])).toMatchInlineSnapshot(`
      [
        "  country.json features[0]: 16097 has no geometry",
        "  country.json features[0]: 16097 is a "LineString": boundaries are a Polygon or a MultiPolygon",
        "  country.json features[0]: 16097 is a "GeometryCollection": boundaries are a Polygon or a MultiPolygon",
        "  country.json features[0]: 16097 has an empty geometry",
        "  country.json features[0]: 16097 has an empty geometry",
        "  country.json features[0]: 16097 has no geometry",
        "  country.json features[0]: 16097 has, in polygon 1, a ring that is not closed: it begins at [10.1,50.9] and ends at [10,50.9]",
        "  country.json features[0]: 16097 has, in polygon 1, a ring of 3 positions: four are the fewest that bound an area",
        "  country.json features[0]: 16097 has, in polygon 1, the position ["x",null]: expected two numbers",
        "  country.json: 16097 has no area: its rings are lines or points",
        "  country.json features[0]: 16097 has no geometry",
      ]
    `);
  });

  test('coordinates that are no degrees in Germany, with what to do', () => {
    const moved = (move: (x: number, y: number) => readonly number[]) => ({
      ...country,
      features: country.features.map((feature) => ({
        ...feature,
        geometry: {
          ...feature.geometry,
          coordinates: feature.geometry.coordinates.map((rings) =>
            rings.map((ring) => ring.map(([x, y]) => move(x, y))),
          ),
        },
      })),
    });
    expect(refusal(moved((x, y) => [x * 56_000, y * 111_000]))).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: 2 of 2 territories lie outside Germany, first 16097 at 565600, 5649900: that looks like metres (UTM, EPSG:25832); convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 boundaries.geojson <file>"
    `);
    expect(refusal(moved((x, y) => [y, x]))).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: 2 of 2 territories lie outside Germany, first 16097 at 50.9, 10.1: latitude stands before longitude; convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 boundaries.geojson <file>"
    `);
    expect(refusal(moved((x, y) => [-x, y]))).toMatchInlineSnapshot(`
      "country.json is refused: 1 problem, nothing was stored
        country.json: 2 of 2 territories lie outside Germany, first 16097 at -10.1, 50.9: expected longitude and latitude in degrees (EPSG:4326)"
    `);
  });

  test('a TopoJSON with arcs that do not fit', () => {
    const topology = {
      type: 'Topology',
      transform: { scale: [1, 'x'], translate: [0, 0] },
      arcs: [
        [[10, 51]],
        [
          [10, 51],
          [11, 51],
          [10, 50],
          [10, 51],
        ],
      ],
      objects: {
        kreise: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[1]], id: '16097' },
            { type: 'Polygon', arcs: [[~2]], id: '16098' },
            { type: 'MultiPolygon', arcs: [[[]]], id: '16099' },
          ],
        },
        land: { type: 'Polygon', arcs: [[0.5]], id: '16' },
      },
    };
    expect(refusal(topology)).toMatchInlineSnapshot(`
      "country.json is refused: 5 problems, nothing was stored
        country.json transform: expected { "scale": [number, number], "translate": [number, number] }
        country.json arcs[0]: an arc is a list of two positions or more, each of two numbers
        country.json objects.kreise.geometries[1]: 16098 has, in polygon 1, a ring with the arc -3, which is none of the 2 arcs
        country.json objects.kreise.geometries[2]: 16099 has, in polygon 1, a ring that is no list of arcs
        country.json objects.land: 16 has, in polygon 1, a ring with the arc 0.5, which is none of the 2 arcs"
    `);
    expect(refusal({ ...topology, arcs: undefined })).toMatchInlineSnapshot(`
      "country.json is refused: 6 problems, nothing was stored
        country.json arcs: a TopoJSON has a list of arcs
        country.json transform: expected { "scale": [number, number], "translate": [number, number] }
        country.json objects.kreise.geometries[0]: 16097 has, in polygon 1, a ring with the arc 1, which is none of the 0 arcs
        country.json objects.kreise.geometries[1]: 16098 has, in polygon 1, a ring with the arc -3, which is none of the 0 arcs
        country.json objects.kreise.geometries[2]: 16099 has, in polygon 1, a ring that is no list of arcs
        country.json objects.land: 16 has, in polygon 1, a ring with the arc 0.5, which is none of the 0 arcs"
    `);
  });
});
