import type { LinkColumns } from './link-columns.ts';

/** The rows of one source on one day: the indexes `order[from]` to `order[until - 1]`, by target. */
export type SourceDay = {
  readonly source: number;
  readonly year: number;
  readonly from: number;
  readonly until: number;
};

/** The indexes of all rows by source, year and target. */
export function rowOrder({ size, source, year, target }: LinkColumns): Uint32Array {
  const at = (column: Uint16Array | Uint32Array, index: number) => column[index] ?? 0;
  return Uint32Array.from({ length: size }, (_, index) => index).sort(
    (one, other) =>
      at(source, one) - at(source, other) ||
      at(year, one) - at(year, other) ||
      at(target, one) - at(target, other),
  );
}

/** Goes through the ordered rows source by source and day by day. */
export function* sourceDays(columns: LinkColumns, order: Uint32Array): Generator<SourceDay> {
  const { source, year } = columns;
  for (let from = 0, until = 0; from < order.length; from = until) {
    const first = order[from] ?? 0;
    const same = (index: number) => source[index] === source[first] && year[index] === year[first];
    until = from + 1;
    while (until < order.length && same(order[until] ?? 0)) until += 1;
    yield { source: source[first] ?? 0, year: year[first] ?? 0, from, until };
  }
}
