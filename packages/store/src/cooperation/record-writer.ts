import type { Acting, Action } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { About } from '../access/about.ts';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { KeptFields } from './kept-fields.ts';

/** The transaction in which records are imported, who imports them, and the day (ISO) of the record. */
export type ImportContext = {
  readonly rows: Rows;
  readonly trx: Kysely<StoreSchema>;
  readonly acting: Acting;
  readonly today: string;
};

/** How many records were added and changed; the others were so already. */
export type WrittenRecords = { readonly added: number; readonly changed: number };

/**
 * How records of one kind are imported. `allow` says what must be allowed about which things; `write` stores them with a number of statements that does not depend on how many
 * they are (one time for each district), and throws InputProblems with fields like `tasks.3.title.de`, the number being that of the record. `keep` says what a record
 * keeps of the stored one in the fields that its file has left out, where that is not as `keptFields` does it.
 */
export type RecordWriter<Value> = {
  readonly districtOf: (record: Value) => string | null;
  readonly allow: (
    context: ImportContext,
    records: readonly Value[],
  ) => Promise<{ readonly action: Action; readonly abouts: readonly About[] }>;
  readonly write: (context: ImportContext, records: readonly Value[]) => Promise<WrittenRecords>;
  readonly keep?: (given: Value, stored: Value, leftOut: readonly string[]) => KeptFields<Value>;
};

/** What became of records that were put, told by how they were before (null = new) and are now. */
export function writtenOf<Stored>(
  put: readonly { readonly before: Stored | null; readonly after: Stored }[],
): WrittenRecords {
  const added = put.filter(({ before }) => before === null).length;
  const changed = put.filter(({ before, after }) => before !== null && before !== after).length;
  return { added, changed };
}
