import { connectionByKey } from '../schema/connection.ts';

/**
 * A page of a list that is known as a whole, as a connection: by the places of its entries, which say where each stands whatever else comes or
 * goes.
 */
export function pageOfList<Entry>(
  entries: readonly Entry[],
  placeOf: (entry: Entry) => string,
  { first, after }: { readonly first: number; readonly after: string | null },
) {
  const placed = entries.map((entry) => ({ place: placeOf(entry), entry }));
  const following = placed
    .filter(({ place }) => after === null || place > after)
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const rows = following.slice(0, first).map(({ entry }) => entry);
  return connectionByKey({ rows, total: entries.length, hasNext: following.length > first }, after, placeOf);
}
