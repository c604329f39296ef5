/**
 * A published series: parallel lists over periods, ascending. `statuses` and `origins` are the stored codes, `flags`
 * bit sets, `coverages` null unless the value was summed up from members that may all be known.
 */
export type PackedSeries = {
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly statuses: readonly number[];
  readonly flags: readonly number[];
  readonly origins: readonly number[];
  readonly coverages: readonly (number | null)[];
};

/** A series as it travels from the database: one JSON array, which is read faster than six arrays of PostgreSQL. */
export type SeriesCells = readonly [
  periods: string[],
  values: (number | null)[],
  statuses: number[],
  flags: number[],
  origins: number[],
  coverages: (number | null)[],
];

/**
 * One series from its rows: usually one, several where a territory changed district. Each period stands in one row;
 * should two rows carry the same, the first counts.
 */
export function packedSeries(rows: readonly SeriesCells[]): PackedSeries {
  const [first, ...others] = rows;
  if (first === undefined)
    return { periods: [], values: [], statuses: [], flags: [], origins: [], coverages: [] };
  if (others.length === 0) return named(first);
  const slots = rows
    .flatMap((row) => row[0].map((period, at) => ({ period, row, at })))
    .sort((left, right) => (left.period < right.period ? -1 : left.period > right.period ? 1 : 0))
    .filter(({ period }, index, sorted) => period !== sorted[index - 1]?.period);
  const column = <Part extends 0 | 1 | 2 | 3 | 4 | 5>(part: Part) =>
    slots.map(({ row, at }) => row[part][at]) as SeriesCells[Part];
  return named([column(0), column(1), column(2), column(3), column(4), column(5)]);
}

function named([periods, values, statuses, flags, origins, coverages]: SeriesCells): PackedSeries {
  return { periods, values, statuses, flags, origins, coverages };
}
