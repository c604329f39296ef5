/** A page of a list that is ordered by `key`: the rows, how many there are in all, and whether more follow. */
export type KeyedPage<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly hasNext: boolean;
};

/**
 * Makes a page of the rows of a statement that asked for one more than `first`. Each row carries the `total`; a page
 * without rows has one row whose `key` is null, so that the total arrives all the same.
 */
export function keyedPage<Row extends { readonly key: string }>(
  rows: readonly (Row & { readonly total: number })[],
  first: number,
): KeyedPage<Row> {
  const found = rows.filter((row) => row.key !== null);
  return { rows: found.slice(0, first), total: rows[0]?.total ?? 0, hasNext: found.length > first };
}
