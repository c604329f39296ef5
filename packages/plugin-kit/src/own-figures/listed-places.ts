const SHOWN = 5;

/** `F2, F3 and F9`; beyond five `F2, F3, F4, F5, F6 and 12 more`. */
export function listedPlaces(places: readonly string[]): string {
  const shown = places.length > SHOWN ? [...places.slice(0, SHOWN), `${places.length - SHOWN} more`] : places;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Numbers as ranges: `7-9, 12`. */
export function listedRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
