/**
 * A GeoJSON of a made-up country on squared paper: each letter of the picture is a square of a tenth of a degree, and
 * the squares of a letter are one territory. A dot is nobody's.
 *
 * @example boundaryPicture('ab\nab', { a: '16097', b: '16099' })
 */
export function boundaryPicture(picture: string, keys: Readonly<Record<string, string>>) {
  const rows = picture.trim().split('\n');
  const features = Object.entries(keys).map(([letter, ars]) => ({
    type: 'Feature',
    properties: { ARS: ars },
    geometry: {
      type: 'MultiPolygon',
      coordinates: rows.flatMap((row, y) =>
        [...row.trim()].flatMap((found, x) => (found === letter ? [[square(x, y)]] : [])),
      ),
    },
  }));
  return { type: 'FeatureCollection', features };
}

function square(column: number, row: number): readonly (readonly [number, number])[] {
  const [west, north] = [10 + column / 10, 51 - row / 10];
  const [east, south] = [10 + (column + 1) / 10, 51 - (row + 1) / 10];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
