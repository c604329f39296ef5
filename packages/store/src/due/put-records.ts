import { isDeepStrictEqual } from 'node:util';
import { RevisionConflict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { RecordSource } from './record-source.ts';
import { recordsByAddress } from './records-by-address.ts';
import { type DistrictRecord, type Given, type Put, type Revised, recordAddress } from './revised.ts';

/**
 * How records of one kind are stored. `write` is a statement that takes them as a list of JSON objects, each with the revision `expected` that it follows (0 = new),
 * and answers `district` and `key` of those whose stored revision that was.
 */
export type RecordKind<Value> = {
  readonly kind: string;
  readonly source: RecordSource<Revised<Value>>;
  readonly write: string;
};

/**
 * Puts records that were checked, and answers what became of them in their order. What is stored so already stays as it is. Throws RevisionConflict where one has
 * another revision than was expected, also when somebody else is faster between reading and writing. Two statements for any number
 * of records.
 */
export async function putRecords<Value extends DistrictRecord>(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { kind, source, write }: RecordKind<Value>,
  given: readonly Given<Value>[],
): Promise<readonly Put<Value>[]> {
  const stored = await recordsByAddress(
    trx,
    source,
    given.map(({ value }) => value),
  );
  const puts = given.map(({ value, expectedRevision }, index): Put<Value> => {
    const before = stored[index] ?? null;
    const revision = before?.revision ?? 0;
    if (expectedRevision !== null && expectedRevision !== revision) {
      throw new RevisionConflict({ kind, key: recordAddress(value) }, { expectedRevision, revision });
    }
    const isChanged = !isDeepStrictEqual({ ...value, revision }, before);
    return { before, after: { ...value, revision: isChanged ? revision + 1 : revision }, isChanged };
  });
  const changed = puts.filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return puts;
  const sent = changed.map(({ before, after }) => ({ ...after, expected: before?.revision ?? 0 }));
  const written = new Set((await rows<DistrictRecord>(write, [JSON.stringify(sent)])).map(recordAddress));
  const late = sent.find((record) => !written.has(recordAddress(record)));
  if (late === undefined) return puts;
  const [now = null] = await recordsByAddress(trx, source, [late]);
  const revisions = { expectedRevision: late.expected, revision: now?.revision ?? 0 };
  throw new RevisionConflict({ kind, key: recordAddress(late) }, revisions);
}
