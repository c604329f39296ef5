/**
 * The rows of each request, in the order of the requests. `position` counts from 1, as `with ordinality` does; the
 * order of the rows is kept.
 */
export function groupByPosition<Row extends { readonly position: number }>(
  rows: readonly Row[],
  requests: number,
): readonly (readonly Row[])[] {
  const groups = Array.from({ length: requests }, (): Row[] => []);
  for (const row of rows) groups[row.position - 1]?.push(row);
  return groups;
}
