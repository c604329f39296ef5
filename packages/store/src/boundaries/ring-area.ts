import type { Position } from 'geojson';

/** The area inside a ring, in the square of its unit: positive where it runs counterclockwise. */
export function ringArea(ring: readonly Position[]): number {
  let area = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    area += x * nextY - nextX * y;
  }
  return area / 2;
}
