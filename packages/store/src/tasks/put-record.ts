/** A record of a district as it was stored (null = it was not) and as it is now; the very same where nothing is different. */
export type PutRecord<Stored> = { readonly before: Stored | null; readonly after: Stored };

/** True where a record is not as it was stored. */
export function isChanged<Stored>({ before, after }: PutRecord<Stored>): boolean {
  return before !== after;
}

/** What becomes of a record: it gets the revision, unless its row is stored as it is. `rowOf` writes columns in one order. */
export function putRecord<Stored extends { readonly revision: number }>(
  before: Stored | null,
  after: Stored,
  rowOf: (record: Stored) => object,
): PutRecord<Stored> {
  const isSame =
    before !== null &&
    JSON.stringify(rowOf(before)) === JSON.stringify(rowOf({ ...after, revision: before.revision }));
  return { before, after: isSame ? before : after };
}
