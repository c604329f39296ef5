import { storedActors } from '../actors/stored-actors.ts';
import { knownActors } from '../bodies/known-actors.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import { recordKeys } from './record-keys.ts';
import { recordReaders } from './record-readers.ts';
import type { ImportContext } from './record-writer.ts';
import { recordWriters } from './record-writers.ts';

/** Records as they are stored, by their keys (`recordKeys`). `keyOf` is that of a record of a file, which may name an actor that was merged. */
export type StoredRecords<Kind extends CooperationKind> = {
  readonly byKey: ReadonlyMap<string, CooperationRecords[Kind]>;
  readonly keyOf: (record: CooperationRecords[Kind]) => string;
};

/** What is stored of a kind in the districts of records; of actors those with their keys. A constant number of statements for each district. */
export async function storedRecords<Kind extends CooperationKind>(
  { rows, trx }: Pick<ImportContext, 'rows' | 'trx'>,
  kind: Kind,
  records: readonly CooperationRecords[Kind][],
): Promise<StoredRecords<Kind>> {
  const seats: readonly object[] = kind === 'members' ? records : [];
  const survivorOf = await knownActors(rows, [...new Set(seats.flatMap(actorOf))]);
  const ownKey = recordKeys[kind];
  const keyOf = (record: CooperationRecords[Kind]): string => {
    const [actor] = kind === 'members' ? actorOf(record) : [];
    return ownKey(actor === undefined ? record : { ...record, actor: survivorOf.get(actor) ?? actor });
  };
  if (kind === 'actors') {
    const stored = await storedActors(trx, records.map(keyOf));
    const entries = stored
      .entries()
      .map(([key, { revision, mergedInto, ...actor }]) => [key, actor] as const);
    return { byKey: new Map(entries) as unknown as StoredRecords<Kind>['byKey'], keyOf };
  }
  const byKey = new Map<string, CooperationRecords[Kind]>();
  const districts = new Set(records.flatMap((record) => recordWriters[kind].districtOf(record) ?? []));
  for (const district of districts) {
    for (const record of await recordReaders[kind](trx, district)) byKey.set(ownKey(record), record);
  }
  return { byKey, keyOf };
}

function actorOf(record: object): readonly string[] {
  return 'actor' in record && typeof record.actor === 'string' ? [record.actor] : [];
}
